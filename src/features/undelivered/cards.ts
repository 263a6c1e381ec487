import type { Card, Element } from '../../chat/card.ts';
import type { Words } from '../../languages/index.ts';
import type { Reaching, Undelivered } from './store.ts';

/** What to do about it depends on whose fault it is; the platform's own word stands beside it, for whoever looks it up. */
function reason(problem: string, words: Words['undelivered']): string {
  if (problem === 'job') return words.job;
  if (problem === 'error') return words.error;
  if (problem.startsWith('unclear')) return words.unclear;
  if (problem === 'bot_removed') return words.removed;
  if (/scope|auth|token|permission|installed|inactive/.test(problem)) return words.denied;
  if (/not_found|archived|disabled|not_in_channel|dm_bot|roster|conversation|http_40[34]/i.test(problem)) return words.gone;
  return words.refused;
}

/** Names on one line; more than these are counted. */
const mostNames = 20;

function reachingNotes({ unreachable, repeated }: Reaching, words: Words['undelivered']): readonly Element[] {
  const names = [...unreachable.slice(0, mostNames), ...(unreachable.length > mostNames ? ['…'] : [])].join(', ');
  return [
    ...(unreachable.length > 0 ? [{ kind: 'text' as const, line: words.unreachable(names) }] : []),
    ...(repeated > 0 ? [{ kind: 'note' as const, line: words.repeated(repeated) }] : []),
  ];
}

export function undeliveredCard(list: readonly Undelivered[], reaching: Reaching, words: Words, notice?: string): Card {
  const own = words.undelivered;
  const total = list.reduce((sum, { count }) => sum + count, 0);
  const text = total === 0 ? own.none : own.title(total);
  const items = list.map(({ problem, count }) => {
    const line = own.line(count, reason(problem, own));
    return problem === 'job' || problem === 'error' ? line : [line, ' ', { code: problem }];
  });
  const said: Element[] = notice === undefined ? [] : [{ kind: 'text', line: notice }, { kind: 'divider' }];
  const notes = reachingNotes(reaching, own);
  if (total === 0) return { text: notice ?? text, elements: [...said, { kind: 'text', line: text }, ...notes] };
  return {
    text: notice ?? text,
    elements: [
      ...said,
      { kind: 'heading', text },
      { kind: 'list', items },
      ...notes,
      { kind: 'note', line: own.doctor },
      { kind: 'actions', actions: [{ kind: 'button', label: own.again, command: 'undelivered.again', style: 'primary' }] },
    ],
  };
}
