import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import { trades } from '../customers/index.ts';
import { type Change, type Touch, touchWhen } from '../followups/index.ts';
import type { Because } from '../reminders/index.ts';
import type { HeardNudge, Receipt } from './store.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now'>;

const whenIn = (at: Date | string, { person, now }: Look) =>
  formatWhen(at, { zone: person.zone, now, language: person.language });

/** One reason as a full sentence. */
export function becauseSentence({ rule, from = '', to = '', zone = '', on = '', trade, count = 0 }: Because, look: Look): string {
  const w = look.words.receipt.because;
  const day = on === '' ? '' : whenIn(on, look);
  switch (rule) {
    case 'named':
    case 'day':
    case 'promise':
    case 'again':
    case 'late':
    case 'missed':
    case 'never_meet':
    case 'list_chosen':
    case 'list_no_hour':
    case 'gone':
      return w[rule];
    case 'overdue':
    case 'cap':
      return w[rule](count);
    case 'working_hours':
    case 'quiet':
      return w[rule](from, to);
    case 'closed':
    case 'day_off':
    case 'away':
    case 'before_closed':
      return w[rule](day);
    case 'digest':
      return w.digest(from);
    case 'customer_hours':
      return w.customer_hours(from, to, zone);
    case 'best_hours': {
      const known = trades.find((one) => one === trade);
      return w.best_hours(known ? look.words.contact.trades[known] : '', zone);
    }
  }
}

const reasons = (because: readonly Because[], look: Look) => because.map((one) => becauseSentence(one, look)).join(' ');

/** What became of one nudge, and why it was then. */
function nudgeSentence(nudge: HeardNudge, look: Look): string {
  const w = look.words.receipt;
  const what = w.stages[nudge.stage ?? 'due'];
  const when = whenIn(nudge.at, look);
  const said = {
    sent: () => w.sent(what, when, nudge.person),
    folded: () => w.together(what, when, nudge.person),
    listed: () => (nudge.stage === 'manager' ? w.toManager(when) : w.listed(what, when, nudge.person)),
    skipped: () => (nudge.problem === 'too_late' ? w.tooLate(what, when) : w.skipped(what, when)),
    failed: () => w.failed(what, when, nudge.person, nudge.problem ?? ''),
    queued: () => w.onItsWay(what, when, nudge.person),
    sending: () => w.onItsWay(what, when, nudge.person),
  }[nudge.state]();
  return [said, reasons(nudge.because, look)].filter((part) => part !== '').join(' ');
}

/** What comes next, or why nothing does. */
function nextSentence(touch: Touch, { next }: Receipt, look: Look): string {
  const w = look.words.receipt;
  if (touch.state !== 'open') return w.closed(touch.closedAt ? whenIn(touch.closedAt, look) : '');
  if (touch.pausedAt) return w.paused;
  if (touch.pooledAt) return w.pooled;
  if (next === 'soon') return w.soon;
  if (!next) return w.nothingMore;
  return [w.next(w.stages[next.stage], whenIn(next.at, look), w.hows[next.how]), reasons(next.because, look)].join(' ');
}

function changeSentence(change: Change, look: Look): string | undefined {
  const w = look.words.receipt;
  const when = whenIn(change.at, look);
  const to = change.to && touchWhen(change.to, look);
  switch (change.kind) {
    case 'lent':
      return w.lent(when, change.fromRep ?? '', change.toRep ?? '');
    case 'returned':
      return w.returned(when, change.toRep ?? '');
    case 'held':
      return w.held(when);
    case 'snoozed':
      return to === undefined ? undefined : w.putOff(when, change.by ?? '', to);
    case 'given':
    case 'taken':
      return w.given(when, change.toRep ?? '');
    default:
      return undefined;
  }
}

/** Why now, why me, why not: everything that decided when a touch is heard of, in the order it happened. */
export function receiptSentences(touch: Touch, receipt: Receipt, changes: readonly Change[], look: Look): readonly string[] {
  const w = look.words.receipt;
  const past = [
    ...changes.flatMap((change) => {
      const said = changeSentence(change, look);
      return said === undefined ? [] : [{ at: change.at, said }];
    }),
    ...receipt.nudges.map((nudge) => ({ at: nudge.at, said: nudgeSentence(nudge, look) })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  return [
    w.planned(whenIn(receipt.createdAt, look), touchWhen(touch, look)),
    receipt.lentBy === undefined ? w.whose(touch.repName) : w.standsIn(touch.repName, receipt.lentBy),
    ...past.map(({ said }) => said),
    nextSentence(touch, receipt, look),
  ];
}
