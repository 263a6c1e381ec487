import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternativesOf, neededLiterals } from '../../src/coach/needed-literals.ts';
import { signBook } from '../../src/coach/sign.ts';

describe('needed literals', () => {
  const cases: readonly (readonly [string, readonly (readonly string[])[]])[] = [
    ['cat', [['cat']]],
    ['(?:a|b)c[de]', [['acd', 'ace', 'bcd', 'bce']]],
    ['ab?c', [['ac', 'abc']]],
    ['ab*c', [['a'], ['c']]],
    ['a[^,]{0,4}b', [['a'], ['b']]],
    ['\\bno\\b(?! one)', [['no']]],
    ['(?<!x)y{2,3}', [['y']]],
    ['a.b', [['a'], ['b']]],
    ['(?:ab|cd+)e', [['ab', 'd'], ['e']]],
    ['\\d月', [['0月', '1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月']]],
    ['a?', []],
    ['(?:a|)b', [['ab', 'b']]],
    ['(?:a|.)', []],
    ['[가-힣]요', [['요']]],
    ['\\x01', [['\u0001']]],
    ['😀?!', [['!', '😀!']]],
  ];
  it.each(cases)('of %s', (source, needs) => {
    const sorted = (all: readonly (readonly string[])[]) => all.map((one) => [...one].sort());
    expect(sorted(neededLiterals(source))).toEqual(sorted(needs));
  });

  it('parts alternatives at the top only', () => {
    expect(alternativesOf('a|(?:b|c)|[|]|\\||')).toEqual(['a', '(?:b|c)', '[|]', '\\|', '']);
  });
});

describe('a sign', () => {
  const expressions = [
    /\b(?:but|however|no (?:later|charge)|i (?:am|was) not)\b/u,
    /(?:看|顾|管)不过来|会不会是[您你]|又(?:不是|没(?!人))|㗎$/u,
    /(?:[가-힣]서요|니까요|[란단] 말입니까)$|시길래 |(?<![하해])라$/u,
    /^[^,]{0,4}(?:我的办法|能(?:做|办)(?:到)?的)|\d{1,2}点|ab{2,3}c|x+y*z?/u,
    /[a-z]+ing$|\bthe \w+ed\b|(?:aa|b)?c/u,
    /\p{L}!|\s{2}|[^a]b/u,
  ];
  const sign = signBook();
  const all = expressions.map((expression) => ({ expression, sign: sign(expression) }));
  const word = fc.constantFrom(
    ...' ,!.abcxyz我看不过来会是您又没人㗎的办法能做到点서요니까란말입라시길래'.split(''),
    ...[
      'but',
      'however',
      'no later',
      'i was not',
      'not',
      '不过来',
      '我的办法',
      '12点',
      'abbc',
      '가서요',
      'the worked',
      'ing',
      '😀',
      '\ud83d',
    ],
  );

  it('says what its expression says', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join('');
        expect(all.map((one) => one.sign.test(text))).toEqual(all.map((one) => one.expression.test(text)));
      }),
      { numRuns: 3000 },
    );
  });

  it('may be added after others were asked', () => {
    const late = sign(/late|later/u);
    expect([late.test('too late'), late.test('early'), all[0]?.sign.test('i was not')]).toEqual([true, false, true]);
  });

  it('takes no flags that change what matches', () => expect(() => sign(/a/iu)).toThrow(/flag/u));
});
