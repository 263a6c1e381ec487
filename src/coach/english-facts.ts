import { NUMBER_WORDS } from './fact-words.ts';
import { workedOut } from './worked-out.ts';

/** Ways in which an English restatement says something else than the complaint, beyond days, numbers and things. */

const DAYS: Record<string, number> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  night: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  year: 365,
};
const SPAN =
  /\b(?<!half )(\d+(?:\.\d+)?|an?|(?!second|third|fourth|fifth)[a-z]+)(?: and a half)? (?:more |whole |full |long |working )?(minute|hour|day|night|week|fortnight|month|year)s?\b/gu;

/** 'I queued twice, an hour each time' is two hours in all. */
const EACH = /\b(twice|two|three|four|five|six|\d)\b[^.]*\beach\b/u;

/** Spans of time in days, with the number they were written with. */
function spansOf(text: string): { number: number; days: number }[] {
  const times = EACH.exec(text)?.[1];
  const count = times === 'twice' ? 2 : times === undefined ? 1 : (NUMBER_WORDS[times] ?? Number(times));
  const spans = plainSpansOf(text);
  return count > 1 ? [...spans, ...spans.map(({ number, days }) => ({ number: number * count, days: days * count }))] : spans;
}

function plainSpansOf(text: string): { number: number; days: number }[] {
  return [...text.matchAll(SPAN)].flatMap(([, count = '', unit = '']) => {
    const number = count === 'a' || count === 'an' ? 1 : (NUMBER_WORDS[count] ?? Number.parseFloat(count));
    return Number.isNaN(number) ? [] : [{ number, days: number * (DAYS[unit] ?? 1) }];
  });
}

/** Eleven weeks are not three months, but near enough. */
const NEAR = 1.35;
const near = (a: number, b: number): boolean => Math.max(a, b) <= NEAR * Math.min(a, b);

/** Persons, animals and qualities of which one excludes the other. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = (
  [
    ['mother|mum|mom', 'father|dad'],
    ['grandmother|gran|granny', 'grandfather|grandad|grandpa'],
    ['daughter|girl', 'son|boy'],
    ['wife', 'husband'],
    ['sister', 'brother'],
    ['cat|kitten', 'dog|puppy'],
    ['hot|warm|overheat(?:s|ed)?', 'cold|cool|froze|frozen|freezing'],
    ['small|tiny|tight|narrow', 'big|large|huge|loose|wide'],
    ['early', 'late'],
    ['left', 'right-hand|right (?:side|foot|eye|ear|hand|arm|leg|speaker|shoe)'],
    ['upstairs', 'downstairs'],
    ['inside|indoors', 'outside|outdoors'],
    ['front', 'rear|back (?:of|wheel|seat|door)'],
    ['too long', 'too short'],
    ['half (?:of )?(?:the|my|your|our) money', 'all (?:of )?(?:the|my|your|our) money|full refund|(?:everything|the lot) back'],
    ['cancel(?:led)?|end(?:ed)?', 'extend(?:ed)?|renew(?:ed)?|upgrade'],
    ['loud|noisy', 'silent|quiet'],
    ['breakfast', 'dinner'],
    ['mov(?:ed?|ing) in', 'mov(?:ed?|ing) out'],
    ['a few|some of', 'all \\d+|all of|all the|every|all (?:two|three|four|five|six|seven|eight|nine|ten|forty|fifty)'],
    ['first floor|second floor|ground floor', 'top floor|sixth floor|fifth floor'],
  ] as const
).map(([a, b]) => [new RegExp(`\\b(?:${a})\\b`, 'u'), new RegExp(`\\b(?:${b})\\b`, 'u')]);

/** Said of something that went wrong, these turn the story round. */
const CONTENT =
  /(?<!\b(?:not|never|n't|hardly|less than|no longer) (?:\w+ )?)\b(?:pleased|happy|delighted|satisfied|healthy|works well|no trouble|no problem|already used|without (?:any )?(?:trouble|problems?)|(?:eaten|slept|worked|gone|run) well)\b|(?:\bis|\bare|\bbeen|'s) (?:fine|perfect|all right)\b/u;
const WISH =
  /\b(?:you(?:'d| would) (?:like|love|prefer)|you (?:want|wish|need)|you(?:'re| are) (?:hoping|asking|looking))\b(.*)$/u;
/** Wanting one more of it is not what somebody wants who complains of it, unless they say so. */
const MORE =
  /\b(?:another|second|more|extra|additional|next|order|buy|book|extend|renew|upgrade|join|subscribe|sell|recommend)\b/gu;

/** 'You ordered a retirement cake' of a birthday cake. */
const ORDERED = /\b(ordered|booked|hired|rented|bought) an? ([a-z]+) ([a-z]+)\b/u;

export function englishConflicts(restatement: string, complaint: string): string[] {
  const said = restatement.toLowerCase().replaceAll('’', "'");
  const told = complaint.toLowerCase().replaceAll('’', "'");
  const conflicts: string[] = [];
  for (const [a, b] of OPPOSITES)
    for (const [here, there] of [[a, b], [b, a]] as const) // biome-ignore format: one pair
      if (here.test(said) && !here.test(told) && there.test(told) && !there.test(said)) conflicts.push(`opposite ${here.source}`);
  const [, , kind, thing] = ORDERED.exec(said) ?? [];
  const [, , was, named] = ORDERED.exec(told) ?? [];
  if (thing !== undefined && thing === named && kind !== was && !told.includes(`a ${kind}`)) conflicts.push(`ordered ${kind}`);
  const spans = [...spansOf(told).map(({ days }) => days), ...monthsBetween(told).map((months) => months * 30)];
  for (const { days } of spansOf(said))
    if (spans.length > 0 && !spans.some((span) => near(span, days))) conflicts.push(`span of ${days} days`);
  if (CONTENT.test(said) && !CONTENT.test(told)) conflicts.push('content');
  const wish = WISH.exec(said)?.[1] ?? '';
  for (const [word] of wish.matchAll(MORE))
    if (!new RegExp(`\\b${word}`, 'u').test(told) && !/\b(?:else|other|different|replace\w*|new|instead|again)\b/u.test(told))
      conflicts.push(`wish for ${word}`);
  return conflicts;
}

const CLOCK = /\b(?:from|at|past|till|until|to|before|after|around|by|of) (\d{1,2}|[a-z]+)\b/gu;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** Players in a band: 'four musicians' for a quartet. */
const BANDS: readonly (readonly [RegExp, number])[] = [
  [/\bduo\b/u, 2],
  [/\btrio\b|\btriplets\b/u, 3],
  [/\bquartet\b|\bquarter\b/u, 4],
  [/\bquintet\b/u, 5],
];

/** Hours from one time on the clock to another ('from 7 till 3' are eight) and months from one to another. */
function lapses(told: string): number[] {
  const hours = [...told.matchAll(CLOCK)].flatMap(
    ([, word = '']) => NUMBER_WORDS[word] ?? (/^\d/u.test(word) ? Number(word) : []),
  );
  return [...between(hours), ...monthsBetween(told)];
}

const monthsBetween = (told: string): number[] =>
  between(MONTHS.flatMap((month, at) => (new RegExp(`\\b${month}\\b`, 'u').test(told) ? [at] : [])));

/** Steps from one number on the face of a clock to another. */
const between = (all: readonly number[]): number[] =>
  all.flatMap((from) => all.flatMap((to) => (from === to ? [] : [(to - from + 12) % 12])));

/**
 * Numbers that only put a span or a count of the complaint in other words ('twice' for 'the second time'), or are worked out from
 * its numbers: how many are left, how long it was from one time to another.
 */
export function reworded(restatement: string, complaint: string, numbers: ReadonlySet<number>): Set<number> {
  const said = restatement.toLowerCase();
  const told = complaint.toLowerCase();
  const spans = spansOf(told);
  const found = new Set([
    ...spansOf(said).filter(({ days }) => spans.some((span) => near(span.days, days))).map(({ number }) => number),
    ...lapses(told),
    ...workedOut(numbers),
  ]); // biome-ignore format: one list
  if (/\b(?:second|again|both|twice|another)\b/u.test(told) || /\byou two|you both|both of you|the two of you\b/u.test(said))
    found.add(2);
  if (/\bhalf\b/u.test(told) && /\b(?:50|fifty) ?(?:%|per ?cent)/u.test(said)) found.add(50);
  if (/\bhalf a dozen\b/u.test(said) && numbers.has(6)) found.add(12);
  for (const [band, players] of BANDS) if (band.test(told) || band.test(said)) found.add(players);
  return found;
}
