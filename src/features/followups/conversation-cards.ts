import type { ReadContext } from '../../app/context.ts';
import type { Action, Args, Element, Line } from '../../chat/card.ts';
import { conversationTitle, touchWhen } from './cards.ts';
import { type Conversation, touchesIn } from './conversation.ts';
import { snoozeMenu } from './snooze-cards.ts';
import type { Touch } from './touch.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now' | 'today'>;

/** What can be done where a conversation is shown. A promise in it is moved with a reason, the rest is put off as one. */
export function conversationActions(conversation: Conversation, look: Look, list?: string): readonly Action[] {
  const { words } = look;
  const touches = touchesIn(conversation);
  const { lead } = conversation;
  const args = (touch: Touch): Args => ({ touchId: touch.id, ...(list === undefined ? {} : { list }) });
  const promise = touches.find(({ kind }) => kind === 'promise');
  const other = touches.find(({ kind }) => kind !== 'promise');
  return [
    { kind: 'button', label: words.log.button, command: 'log.form', args: args(lead), opensForm: true },
    ...(promise
      ? [
          {
            kind: 'button' as const,
            label: words.promises.move,
            command: 'promise.move.form',
            args: args(promise),
            opensForm: true,
          },
        ]
      : []),
    ...(other
      ? [snoozeMenu({ lead: other, also: touches.filter((one) => one !== other && one.kind !== 'promise') }, args(other), look)]
      : []),
    { kind: 'button', label: words.handover.reassign, command: 'reassign.form', args: { touchId: lead.id }, opensForm: true },
    { kind: 'button', label: words.common.open, command: 'customer', args: { customerId: lead.customer.id } },
  ];
}

export const touchActions = (touch: Touch, look: Look, list?: string): readonly Action[] =>
  conversationActions({ lead: touch, also: [] }, look, list);

const unique = (parts: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(parts.filter((part) => part !== undefined)),
];

function detail(conversation: Conversation, look: Look, showRep: boolean): Line {
  const { words, today } = look;
  const touches = touchesIn(conversation);
  const { customer, repName } = conversation.lead;
  const when = (touch: Touch) => (touch.dueOn < today ? words.followups.since(touchWhen(touch, look)) : touchWhen(touch, look));
  const attempts = Math.max(...touches.map((touch) => touch.attempts));
  const snoozes = Math.max(...touches.map((touch) => touch.snoozes));
  return [
    ...(touches.some(({ brokenAt }) => brokenAt !== undefined) ? [words.promises.isBroken] : []),
    ...unique(touches.map(when)),
    ...unique(touches.map(({ product }) => product)),
    ...unique([customer.company, customer.phone]),
    ...(attempts > 0 ? [words.followups.attempts(attempts)] : []),
    ...(snoozes > 0 ? [words.followups.snoozed(snoozes)] : []),
    ...(showRep ? [repName] : []),
  ].join(' · ');
}

/** One entry of a list: one customer, one day, every reason. */
export function conversationItem(
  conversation: Conversation,
  look: Look,
  options: { readonly list?: string; readonly showRep?: boolean } = {},
): Element {
  return {
    kind: 'item',
    line: [{ bold: conversation.lead.customer.name }, ` · ${conversationTitle(conversation, look)}`],
    detail: detail(conversation, look, options.showRep ?? false),
    actions: conversationActions(conversation, look, options.list),
  };
}

export const touchItem = (touch: Touch, look: Look, options: { readonly list?: string } = {}): Element =>
  conversationItem({ lead: touch, also: [] }, look, options);
