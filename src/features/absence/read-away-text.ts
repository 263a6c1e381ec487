import { readMention } from '../../app/mention.ts';
import { type CalendarDate, type ParseWhenOptions, parseWhen } from '../../calendar/index.ts';
import { languages } from '../../languages/index.ts';

export interface AwayText {
  readonly account: string | undefined;
  readonly from: CalendarDate | undefined;
  readonly until: CalendarDate | 'past' | undefined;
}

/** Takes the word for being away off the front, where `/followups away …` brought it along. */
function withoutWord(text: string): string {
  const said = text.trim();
  const lower = said.toLowerCase();
  for (const { absence } of Object.values(languages)) {
    const word = absence.awayWords.find((one) => lower.startsWith(one));
    if (word) return said.slice(word.length).trim();
  }
  return said;
}

/** 'until Friday @stand-in', 'from 1 December to 5 December', '금요일까지', '到周五': the last date is the last day away. */
export function readAwayText(text: string, options: ParseWhenOptions): AwayText {
  const { account, rest } = readMention(text);
  const said = withoutWord(rest);
  // 'From 1 to 5 December' is one date to a reader of dates; the two sides are read by themselves.
  const sides = /^(.*\S)\s+(?:to|till|until|through)\s+(\S.*)$/i.exec(said);
  const [left, right] = [parseWhen(sides?.[1] ?? '', options), parseWhen(sides?.[2] ?? '', options)];
  if (left.kind === 'at' && right.kind === 'at' && left.on <= right.on) return { account, from: left.on, until: right.on };
  const last = parseWhen(said, options);
  if (last.kind === 'none') return { account, from: undefined, until: undefined };
  if (last.kind === 'past') return { account, from: undefined, until: 'past' };
  const until = last.kind === 'at' ? last.on : last.choices[0]?.on;
  const first = parseWhen(said.slice(0, last.start), options);
  const from = first.kind === 'at' ? first.on : undefined;
  return { account, from: from && until && from <= until ? from : undefined, until };
}
