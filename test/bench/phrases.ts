import { AhoCorasick } from '@monyone/aho-corasick';
import { AhoCorasick as FastAhoCorasick } from '@monyone/aho-corasick/fast';
import { generatedDrafts, generatedPhrases, LANGUAGES } from './generated-drafts.ts';
import { create } from './phrase-subject.ts';
import type { Part, PartOptions, Row } from './report.ts';
import { onePass, sideBySide } from './side-by-side.ts';

const goals = { timesFaster: 3, variantPasses: 15 };
type Finder = (text: string) => { readonly length: number };

export const phrases: Part = async (options) => {
  const rows: Row[] = [];
  for (const count of [2_000, 20_000]) {
    options.say(`${count} phrases`);
    rows.push(...(await matchers(count, options)));
  }
  return rows;
};

async function matchers(count: number, { quick }: PartOptions): Promise<readonly Row[]> {
  const texts = LANGUAGES.flatMap((language) => generatedDrafts(language, quick ? 20 : 60));
  const wanted = generatedPhrases(texts, count);
  const exact = create(wanted, { mode: 'exact' });
  const peers = await peersFor(wanted);
  const variants = create(wanted, { mode: 'variants' });
  const us = sideBySide(texts, { pass: onePass, exact, variants, ...peers }, quick ? 5 : 12);
  const { pass = 1 } = us;
  const time = (name: string) => us[name] ?? Number.NaN;
  const passes = (name: string) => `${(time(name) / pass).toFixed(1)} passes`;
  const hits = (find: Finder) => texts.reduce((sum, text) => sum + find(text).length, 0);
  const ours = hits(exact);
  const fastest = Math.min(...Object.keys(peers).map(time));
  const named = count.toLocaleString('en');
  return [
    {
      what: `${named} phrases, exact: fastest peer in pure JavaScript`,
      ours: `${time('exact').toFixed(1)} us (${passes('exact')})`,
      beside: `${fastest.toFixed(1)} us`,
      ratio: `${(fastest / time('exact')).toFixed(1)} times faster`,
      goal: `>= ${goals.timesFaster} times`,
      met: fastest / time('exact') >= goals.timesFaster,
    },
    ...Object.entries(peers).map(([name, find]): Row => {
      const found = hits(find);
      return {
        what: `${named} phrases, exact: ${name}${found < ours ? ` (FEWER HITS: ${found} of ${ours})` : ''}`,
        ours: `${time('exact').toFixed(1)} us`,
        beside: `${time(name).toFixed(1)} us (${passes(name)})`,
        ratio: `${(time(name) / time('exact')).toFixed(1)} times faster`,
      };
    }),
    {
      what: `${named} phrases, variants`,
      ours: `${time('variants').toFixed(1)} us`,
      beside: `pass ${pass.toFixed(2)} us`,
      ratio: passes('variants'),
      goal: `<= ${goals.variantPasses} passes`,
      met: time('variants') / pass <= goals.variantPasses,
    },
  ];
}

const escaped = (phrase: string) => phrase.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');

async function peersFor(wanted: readonly string[]): Promise<Record<string, Finder>> {
  const plain = new AhoCorasick([...wanted]);
  const fast = new FastAhoCorasick([...wanted]);
  const alternation = new RegExp(
    [...wanted]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|'),
    'gu',
  );
  return {
    '@monyone/aho-corasick': (text) => plain.matchInText(text),
    '@monyone/aho-corasick/fast': (text) => fast.matchInText(text),
    'one RegExp of alternatives': (text) => text.match(alternation) ?? [],
    ...(await re2Peer(wanted)),
  };
}

/** Only where it is installed: it is compiled code, and no dependency of ours. */
async function re2Peer(wanted: readonly string[]): Promise<Record<string, Finder>> {
  const name = 're2';
  try {
    const { default: RE2 } = await import(name);
    const set = new RE2.Set(wanted.map(escaped), 'u');
    return { 're2 set (phrases, not places)': (text) => set.match(text) };
  } catch {
    return {};
  }
}
