import type { Card, Element } from '../../chat/card.ts';
import type { Words } from '../../languages/index.ts';
import type { Undelivered } from './store.ts';

/** What to do about it depends on whose fault it is; the platform's own word stands beside it, for whoever looks it up. */
function reason(problem: string, words: Words['undelivered']): string {
  if (problem === 'job') return words.job;
  if (problem === 'error') return words.error;
  if (problem.startsWith('unclear')) return words.unclear;
  if (/scope|auth|token|permission|installed|inactive/.test(problem)) return words.denied;
  if (/not_found|archived|disabled|not_in_channel|dm_bot/.test(problem)) return words.gone;
  return words.refused;
}

export function undeliveredCard(list: readonly Undelivered[], words: Words, notice?: string): Card {
  const own = words.undelivered;
  const total = list.reduce((sum, { count }) => sum + count, 0);
  const text = total === 0 ? own.none : own.title(total);
  const items = list.map(({ problem, count }) => {
    const line = own.line(count, reason(problem, own));
    return problem === 'job' || problem === 'error' ? line : [line, ' ', { code: problem }];
  });
  const said: Element[] = notice === undefined ? [] : [{ kind: 'text', line: notice }, { kind: 'divider' }];
  if (total === 0) return { text: notice ?? text, elements: [...said, { kind: 'text', line: text }] };
  return {
    text: notice ?? text,
    elements: [
      ...said,
      { kind: 'heading', text },
      { kind: 'list', items },
      { kind: 'note', line: own.doctor },
      { kind: 'actions', actions: [{ kind: 'button', label: own.again, command: 'undelivered.again', style: 'primary' }] },
    ],
  };
}
