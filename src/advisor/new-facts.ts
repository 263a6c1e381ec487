import { factsOf } from '../coach/facts.ts';
import type { Language, Review } from '../coach/review.ts';
import { findPersonal } from './find-personal.ts';
import { placeholdersIn } from './mask.ts';

const languages: readonly Language[] = ['en', 'zh', 'ko'];

/** Words for a time that have no number, by what they mean. */
const TIMES: readonly (readonly [meaning: string, words: RegExp])[] = [
  ['now', /\b(?:right away|immediately|right now|at once)\b|立即|立刻|马上|馬上|즉시|당장/iu],
  ['today', /\b(?:today|tonight|this (?:morning|afternoon|evening)|end of (?:the )?day)\b|今天|今晚|今日|当天|當天|오늘|금일/iu],
  ['tomorrow', /\btomorrow\b|明天|明日|明早|내일|익일/iu],
  ['later', /\b(?:the day after tomorrow)\b|后天|後天|모레/iu],
  ['this week', /\bthis week\b|end of the week|本周|本週|这周|這週|这个星期|이번\s?주|금주/iu],
  ['next week', /\bnext week\b|下周|下週|下个星期|다음\s?주|차주/iu],
  ['month', /\b(?:this|next) month\b|本月|下个月|下個月|이번\s?달|다음\s?달/iu],
  ['hour', /\b(?:an|the|within the) hour\b|小时内|小時內|한\s?시간/iu],
];

const timesIn = (text: string) => TIMES.filter(([, words]) => words.test(text)).map(([meaning]) => meaning);

function gathered(texts: readonly string[]) {
  const numbers = new Set<number>();
  const dates = new Set<string>();
  for (const text of texts)
    for (const language of languages) {
      const facts = factsOf(text, language);
      for (const number of facts.numbers) numbers.add(number);
      for (const date of facts.dates) dates.add(date);
    }
  return { numbers, dates, times: new Set(texts.flatMap(timesIn)) };
}

const without = <Value>(found: Iterable<Value>, known: ReadonlySet<Value>) => [...found].some((value) => !known.has(value));

/** Whether a text names a number, date, sum or time that none of the others has. */
export function hasNewNumbers(text: string, language: Language, known: readonly string[]): boolean {
  const { numbers, dates, times } = gathered(known);
  const facts = factsOf(text, language);
  return without(facts.numbers, numbers) || without(facts.dates, dates) || without(timesIn(text), times);
}

/** Whether it promises a refund, repair or the like of which the draft does not speak. */
export function promisesMore(rewrite: string, review: Review, draft: string, language: Language): boolean {
  const offered = factsOf(draft, language).wishes;
  return review.sentences.some(
    ({ start, end, elements }) =>
      elements.includes('action') && without(factsOf(rewrite.slice(start, end), language).wishes, offered),
  );
}

/** Whether a masked text names a mail, link, phone, card or code of its own making. */
export const inventsContact = (masked: string): boolean =>
  findPersonal(
    [...placeholdersIn(masked)].reduce((text, name) => text.replaceAll(name, ' … '), masked),
    [],
  ).some(({ kind }) => kind !== 'NAME');
