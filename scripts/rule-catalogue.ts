import type { RulePack } from '../src/coach/rule.ts';

const names = { en: 'English', zh: '中文', ko: '한국어' } as const;

/** A cell of a Markdown table: one line, and no bar or mark-up of its own. */
const cell = (text: string) => text.replaceAll(/[|*_`<>[\]\\]/g, '\\$&').replaceAll(/\s+/g, ' ');

const table = ({ rules }: RulePack) =>
  rules.map(
    ({ id, category, level, source, why, instead, invalid }) =>
      `| \`${id}\` | ${category}${level === 'hint' ? ' (hint)' : ''} | ${source} | ${cell(invalid[0] ?? '')} | ${cell(why)} | ${cell(instead)} |`,
  );

/** What the coach finds, for people: written to `docs/coach-rules.md` by `npm run catalogue`, held against it by a test. */
export const ruleCatalogue = (packs: readonly RulePack[]): string =>
  [
    '# What the coach finds',
    '',
    'Written by `npm run catalogue` from `src/coach/rules`. Each rule knows many wordings; one stands here. P… are rows of the playbook.',
    ...packs.flatMap((pack) => [
      '',
      `## ${names[pack.language]} (${pack.rules.length} rules)`,
      '',
      '| rule | category | source | for example | why | better |',
      '| --- | --- | --- | --- | --- | --- |',
      ...table(pack),
    ]),
    '',
  ].join('\n');
