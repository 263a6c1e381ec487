import type { ReadContext } from '../../app/context.ts';
import { formatWhen } from '../../calendar/index.ts';
import type { Card, Element } from '../../chat/card.ts';
import { clipText } from '../../chat/clip-text.ts';
import { courtLimits, share } from './court.ts';
import type { Decision, Standing } from './court-store.ts';

type Look = Pick<ReadContext, 'words' | 'person' | 'now'>;

export const perPage = 12;

/** What a rule is called: an example of what it marks, or the team's own phrase. */
export type RuleName = (rule: string) => string;

const percent = (standing: Pick<Standing, 'hits' | 'disputes'>) => Math.round(share(standing) * 100);

function standingItem(standing: Standing, name: RuleName, { words }: Look): Element {
  const { rules } = words;
  const { rule, hits, disputes, demoted } = standing;
  return {
    kind: 'item',
    line: [{ bold: `“${name(rule)}”` }, ...(demoted ? [` · ${rules.demoted}`] : [])],
    detail: rules.counts(hits, disputes, percent(standing)),
    actions: [
      demoted
        ? { kind: 'button', label: rules.restore, command: 'rules.restore', args: { rule } }
        : { kind: 'button', label: rules.demote, command: 'rules.demote', args: { rule } },
    ],
  };
}

function decisionLine({ rule, level, by, at }: Decision, name: RuleName, who: (id: string) => string, look: Look): string {
  const { rules } = look.words;
  const when = formatWhen(at, { zone: look.person.zone, now: look.now, language: look.person.language });
  return [when, `“${name(rule)}”`, rules.decided[level], by === undefined ? rules.byItself : who(by)].join(' · ');
}

export interface CourtPage {
  readonly standings: readonly Standing[];
  readonly page: number;
  readonly decisions: readonly Decision[];
}

/** Each rule with how often it marked a reply and was disputed. */
export function courtCard(
  { standings, page, decisions }: CourtPage,
  name: RuleName,
  who: (id: string) => string,
  look: Look,
  done?: string,
): Card {
  const { rules, common } = look.words;
  const turn = (to: number, label: string) =>
    to >= 0 && to * perPage < standings.length
      ? [{ kind: 'button' as const, label, command: 'rules', args: { page: String(to) } }]
      : [];
  const turns = [...turn(page - 1, common.back), ...turn(page + 1, common.next)];
  return {
    text: done ?? rules.title,
    elements: [
      ...(done === undefined ? [] : [{ kind: 'text' as const, line: done }]),
      { kind: 'heading', text: rules.title },
      ...(standings.length === 0 ? [{ kind: 'text' as const, line: rules.none }] : []),
      ...standings.slice(page * perPage, (page + 1) * perPage).map((standing) => standingItem(standing, name, look)),
      ...(turns.length > 0 ? [{ kind: 'actions' as const, actions: turns }] : []),
      ...(decisions.length > 0
        ? [
            { kind: 'text' as const, line: [{ bold: rules.log }] },
            { kind: 'list' as const, items: decisions.map((decision) => decisionLine(decision, name, who, look)) },
          ]
        : []),
      { kind: 'note', line: rules.how(courtLimits.share * 100, courtLimits.hits, courtLimits.people) },
    ],
  };
}

/** Tells a manager that a rule became a hint by itself, with the way back. */
export function demotedCard({ rule, disputes, hits, people }: Decision, name: RuleName, { words }: Pick<Look, 'words'>): Card {
  const text = words.rules.told(clipText(name(rule), 150, '…'), disputes, hits, people);
  return {
    text,
    elements: [
      { kind: 'text', line: text },
      {
        kind: 'actions',
        actions: [
          { kind: 'button', label: words.rules.restore, command: 'rules.restore', args: { rule } },
          { kind: 'button', label: words.rules.show, command: 'rules' },
        ],
      },
    ],
  };
}
