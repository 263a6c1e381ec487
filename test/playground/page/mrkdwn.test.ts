import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chunk, decodeEntities, type Inline, parseMrkdwn } from '../../../src/playground/page/mrkdwn.ts';

const inline = (source: string) => {
  const [chunk, ...rest] = parseMrkdwn(source);
  expect(rest).toEqual([]);
  return chunk?.kind === 'lines' ? chunk.children : [];
};
const text = (value: string): Inline => ({ kind: 'text', text: value });

describe('inline markup', () => {
  const cases: readonly (readonly [string, readonly Inline[]])[] = [
    ['plain', [text('plain')]],
    ['a *bold* word', [text('a '), { kind: 'bold', children: [text('bold')] }, text(' word')]],
    ['_i_ ~s~', [{ kind: 'italic', children: [text('i')] }, text(' '), { kind: 'strike', children: [text('s')] }]],
    ['*_both_*', [{ kind: 'bold', children: [{ kind: 'italic', children: [text('both')] }] }]],
    ['snake_case_name', [text('snake_case_name')]],
    ['2*3*4', [text('2*3*4')]],
    ['* not bold *', [text('* not bold *')]],
    ['*two\nlines*', [text('*two\nlines*')]],
    ['*김민수*님', [text('*김민수*님')]],
    ['*김민수* 님', [{ kind: 'bold', children: [text('김민수')] }, text(' 님')]],
    ['`*raw* &amp;`', [{ kind: 'code', text: '*raw* &' }]],
    ['*a `*` b*', [{ kind: 'bold', children: [text('a '), { kind: 'code', text: '*' }, text(' b')] }]],
    ['&lt;!channel&gt; &amp;amp;', [text('<!channel> &amp;')]],
    ['<@U1> <@U1|ann>', [{ kind: 'user', id: 'U1' }, text(' '), { kind: 'user', id: 'U1', label: 'ann' }]],
    ['<#C1|general>', [{ kind: 'channel', id: 'C1', label: 'general' }]],
    ['<!subteam^S1|@care>', [{ kind: 'group', id: 'S1', label: '@care' }]],
    ['<!here>', [{ kind: 'broadcast', name: 'here' }]],
    ['<!everyone|x>', [{ kind: 'broadcast', name: 'everyone', label: 'x' }]],
    ['<https://a.example/?x=1&amp;y=2|go &amp; see>', [{ kind: 'link', url: 'https://a.example/?x=1&y=2', label: 'go & see' }]],
    ['<mailto:a@b.example>', [{ kind: 'link', url: 'mailto:a@b.example' }]],
    ['<javascript:alert(1)|click>', [text('<javascript:alert(1)|click>')]],
    [
      '<!date^1700000000^{date} at {time}|then>',
      [{ kind: 'date', seconds: 1_700_000_000, format: '{date} at {time}', fallback: 'then' }],
    ],
    [
      '<!date^1700000000^{date}^https://a.example|then>',
      [{ kind: 'date', seconds: 1_700_000_000, format: '{date}', url: 'https://a.example', fallback: 'then' }],
    ],
    [':tada: 12:30:15', [{ kind: 'emoji', name: 'tada' }, text(' 12'), { kind: 'emoji', name: '30' }, text('15')]],
    ['<b>x</b>', [text('<b>x</b>')]],
  ];
  it.each(cases)('%s', (source, expected) => expect(inline(source)).toEqual(expected));
});

describe('chunks', () => {
  const cases: readonly (readonly [string, readonly Chunk[]])[] = [
    ['', []],
    ['&gt; said\n&gt; twice', [{ kind: 'quote', children: [text('said\ntwice')] }]],
    [
      'before\n>quoted\nafter',
      [
        { kind: 'lines', children: [text('before')] },
        { kind: 'quote', children: [text('quoted')] },
        { kind: 'lines', children: [text('after')] },
      ],
    ],
    [
      'see\n```\n*x* &lt;\n```\nend',
      [
        { kind: 'lines', children: [text('see')] },
        { kind: 'pre', text: '*x* <' },
        { kind: 'lines', children: [text('end')] },
      ],
    ],
    ['```open', [{ kind: 'lines', children: [text('```open')] }]],
  ];
  it.each(cases)('%j', (source, expected) => expect(parseMrkdwn(source)).toEqual(expected));
});

/** Puts a parsed run back into source form, apart from escaping. */
function written(nodes: readonly Inline[]): string {
  return nodes.map(writeOne).join('');
}

function writeOne(node: Inline): string {
  const label = 'label' in node && node.label !== undefined ? `|${node.label}` : '';
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'bold':
      return `*${written(node.children)}*`;
    case 'italic':
      return `_${written(node.children)}_`;
    case 'strike':
      return `~${written(node.children)}~`;
    case 'code':
      return `\`${node.text}\``;
    case 'link':
      return `<${node.url}${label}>`;
    case 'user':
      return `<@${node.id}${label}>`;
    case 'channel':
      return `<#${node.id}${label}>`;
    case 'group':
      return `<!subteam^${node.id}${label}>`;
    case 'broadcast':
      return `<!${node.name}${label}>`;
    case 'emoji':
      return `:${node.name}:`;
    case 'date':
      return `<!date^${node.seconds}^${node.format}${node.url ? `^${node.url}` : ''}|${node.fallback}>`;
  }
}

describe('for any text', () => {
  const pieces = fc.constantFrom(
    '*',
    '_',
    '~',
    '`',
    '\n',
    ' ',
    'a',
    '가',
    '王',
    '<',
    '>',
    '|',
    '@U1',
    '!here',
    ':',
    'tada',
    '&lt;',
    '&amp;',
    'https://x.example',
    '😀',
  );
  const marked = fc.array(pieces, { maxLength: 60 }).map((some) => some.join(''));

  it('loses no letter of what was written on lines', () => {
    fc.assert(
      fc.property(marked, (source) => {
        // Fences and quotes make chunks of their own; what is left is one line.
        const line = source
          .replaceAll('\n', ' ')
          .replace(/`{3,}/g, '')
          .replace(/^(?:>|&gt;)+/, '');
        expect(written(inline(line))).toBe(decodeEntities(line));
      }),
      { numRuns: 3000 },
    );
  });

  it('shows escaped text without marks as it was meant', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const meant = typed.replace(/[*_~`:\n]/g, '').replace(/^>+/, '');
        const escaped = meant.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(written(inline(escaped))).toBe(meant);
      }),
    );
  });

  it('answers in time, however many marks are opened and never closed', () => {
    for (const hostile of ['*a', '_*~', '`', '<', ':a', '> ']) {
      const startedAt = performance.now();
      parseMrkdwn(hostile.repeat(12_000 / hostile.length));
      expect(performance.now() - startedAt).toBeLessThan(1500);
    }
  });
});
