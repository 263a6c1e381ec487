import { type Moment, parseWhen } from '../../calendar/index.ts';
import type { LanguageCode } from '../../languages/index.ts';

/** When, as far as it was said: one day, several it may mean, or one that has gone by. */
export type SaidWhen =
  | { readonly kind: 'at' | 'past'; readonly moment: Moment }
  | { readonly kind: 'ambiguous'; readonly moments: readonly Moment[] }
  | { readonly kind: 'none' };

export interface RemindText {
  /** Where it is clear which part names the customer. */
  readonly who: string | undefined;
  readonly about: string | undefined;
  /** All that was said besides the day: the customer may be named anywhere in it. */
  readonly said: string;
  readonly when: SaidWhen;
}

const edges = /^[\s,;:.，、；：。·-]+|[\s,;:，、；：·-]+$/gu;
const clean = (text: string) => text.replaceAll(edges, '');
/** 'Remind me to …', '提醒我 …', '나에게 …': what leads into it and says nothing. */
const leadIn = /^(?:(?:me|to|that|please)(?=\s)\s*|我(?:去|要)?\s*|나(?:에게|한테)\s*)+/iu;
/** What Korean puts at the end of the same wish. */
const leadOut = /\s*(?:(?:하라고|라고)?\s*(?:알려\s*(?:줘|주세요|주십시오)|리마인드(?:해\s*줘)?)|提醒我(?:一下)?)[.!。！]?\s*$/u;
/** A colon that ends a name or a day, not one inside '3:30'. */
const colon = /(?<!\d)[:：]|[:：](?!\d)/u;
/** A comma between whom and what. */
const comma = /[,，、]/u;

type At = { readonly now: Date; readonly zone: string; readonly language: LanguageCode };

function whenOf(parsed: ReturnType<typeof parseWhen>): SaidWhen {
  switch (parsed.kind) {
    case 'none':
      return { kind: 'none' };
    case 'ambiguous':
      return { kind: 'ambiguous', moments: parsed.choices };
    default: {
      const { on, time, at } = parsed;
      return { kind: parsed.kind, moment: { on, ...(time && { time }), ...(at && { at }) } };
    }
  }
}

/** A half or a quarter is no day anywhere else; between a name and a colon it is. */
const bareDay = /\s(?=\d{1,2}\/\d{1,2}\s*$)/u;

const orNone = (text: string) => (text === '' ? undefined : text);

/** `before` and `after` are what stands on both sides of the day. */
function sides(before: string, after: string): Pick<RemindText, 'who' | 'about'> {
  const split = before.search(comma);
  if (split > 0) return { who: orNone(clean(before.slice(0, split))), about: orNone(clean(`${before.slice(split)} ${after}`)) };
  if (before !== '' && after !== '') return { who: before, about: after };
  const only = before || after;
  const at = only.search(comma);
  return at > 0
    ? { who: orNone(clean(only.slice(0, at))), about: orNone(clean(only.slice(at))) }
    : { who: undefined, about: undefined };
}

/**
 * `Kim next Tuesday 3pm: ask about the heater`, `김지수 다음 주 화요일 오후 3시 히터 점검`, `王丽 下周二下午三点 问一下热水器`: whom, when, what.
 * Before a colon stand whom and when, and the words behind it are left as they are ('ask whether Friday suits'), unless
 * the day is only named there. Else the day parts whom from what.
 */
export function readRemindText(text: string, at: At): RemindText {
  const whole = text.trim().replace(leadIn, '').replace(leadOut, '');
  const split = whole.search(colon);
  if (split > 0) {
    const [head, tail] = [whole.slice(0, split).replace(bareDay, ', '), whole.slice(split + 1)];
    const inHead = parseWhen(head, at);
    const when = inHead.kind === 'none' ? parseWhen(tail, at) : inHead;
    const who = clean(inHead.kind === 'none' ? head : inHead.rest);
    const about = clean(inHead.kind === 'none' && when.kind !== 'none' ? when.rest : tail);
    return { who: orNone(who), about: orNone(about), said: clean(`${who} ${about}`), when: whenOf(when) };
  }
  const when = parseWhen(whole, at);
  if (when.kind === 'none') return { ...sides(clean(whole), ''), said: clean(whole), when: { kind: 'none' } };
  const [before, after] = [clean(whole.slice(0, when.start)), clean(whole.slice(when.end))];
  return { ...sides(before, after), said: clean(when.rest), when: whenOf(when) };
}
