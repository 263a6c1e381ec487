import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardTextHtml } from '../../../../src/playground/page/teams/card-text.ts';

const names: Readonly<Record<string, string>> = { 'id-1': 'Lin <Yue>' };
const html = (text: string) => cardTextHtml(text, (id) => names[id] ?? 'Somebody');

test.each([
  ['plain', '<p>plain</p>'],
  ['a **bold** word', '<p>a <strong>bold</strong> word</p>'],
  ['an _italic_ word, not snake_case_names', '<p>an <em>italic</em> word, not snake_case_names</p>'],
  ['<at>id-1</at> has it', '<p><span class="at">Lin &lt;Yue&gt;</span> has it</p>'],
  ['one\ntwo', '<p>one<br>two</p>'],
  ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
  ['[here](javascript:alert(1))', '<p>[here](javascript:alert(1))</p>'],
  ['[here](https://a.example/x)', '<p><a href="https://a.example/x" target="_blank" rel="noopener noreferrer">here</a></p>'],
])('%s', (text, wanted) => {
  expect(html(text)).toBe(wanted);
});

test('nothing that was written becomes a tag of its own', () => {
  const ours =
    /<\/?(?:p|strong|em|br|span class="at"|span|a href="https?:[^"<>]*" target="_blank" rel="noopener noreferrer"|a)>/g;
  const nasty = fc
    .array(fc.constantFrom('<', '>', '"', '&', '*', '_', '[', ']', '(', ')', 'a', ' ', 'https://x', '<at>', '</at>'))
    .map((parts) => parts.join(''));
  fc.assert(fc.property(nasty, (text) => !/[<>]/.test(html(text).replace(ours, ''))));
});
