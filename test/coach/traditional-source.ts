import { Converter } from 'opencc-js/t2cn';

/** The text of src/coach/traditional.ts: each traditional character followed by its simplified one. */
export function traditionalSource(): string {
  const convert = Converter({ from: 't', to: 'cn' });
  let pairs = '';
  for (let code = 0x3400; code < 0xa000; code++) {
    const from = String.fromCharCode(code);
    const to = convert(from);
    if (to !== from && to.length === 1) pairs += from + to;
  }
  const rows = pairs.match(/.{1,120}/gu) ?? [];
  return [
    '/** Traditional characters, each followed by its simplified one. Made by scripts/build-traditional.ts; do not edit. */',
    'export const TRADITIONAL =',
    `${rows.map((row) => `  '${row}'`).join(' +\n')};`,
    '',
  ].join('\n');
}
