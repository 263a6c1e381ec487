import { z } from 'zod';
import { UserError } from '../../app/errors.ts';
import { type CalendarDate, readRule, rhythmRule, rhythms } from '../../calendar/index.ts';
import { type LanguageCode, languageCodes, languages } from '../../languages/index.ts';
import { type Said, stepWords } from '../followups/index.ts';
import {
  type Audience,
  type Cadence,
  type CadenceTouch,
  mostTouches,
  type Proposal,
  type Start,
  startSchema,
  tiers,
  touchKinds,
} from './cadence.ts';
import { firstDay, type Offset, readDays, readSilence } from './read-days.ts';

const text = (max: number) => z.string().trim().max(max).default('');
export const startedBySchema = z.enum(startSchema.options.map(({ shape }) => shape.by.value));

export const formInput = z.object({
  key: z.string().max(60).optional(),
  by: startedBySchema,
  name: text(60),
  days: text(200),
  rhythm: z.enum(rhythms).optional(),
  from: z.iso.date().optional(),
  rule: text(300),
  kind: z.enum(touchKinds).default('call'),
  closed: z.enum(['next', 'before', 'keep']).default('next'),
  points: text(2000),
  product: text(100),
  tiers: text(40),
  countries: text(200),
  pauses: z.stringbool().default(true),
});
export type FormInput = z.infer<typeof formInput>;

const examples = { purchase: '2, 5, 12, 6m', silence: 'A 30, B 60, C 90, 120', other: '0, 7, 14' } as const;

function listOf(written: string): readonly string[] {
  return written
    .normalize('NFKC')
    .toUpperCase()
    .split(/[,，、;\s]+/)
    .filter(Boolean);
}

export function readAudience({ product, ...written }: Pick<FormInput, 'product' | 'tiers' | 'countries'>): Audience {
  const named = listOf(written.tiers);
  const countries = listOf(written.countries);
  if (named.some((one) => !tiers.some((tier) => tier === one))) throw new UserError('cadenceTiers', [], 'tiers');
  if (countries.some((one) => !/^[A-Z]{2}$/.test(one))) throw new UserError('cadenceCountries', [], 'countries');
  const ofTiers = tiers.filter((tier) => named.includes(tier));
  return { tiers: ofTiers, countries: [...new Set(countries)], ...(product === '' ? {} : { product }) };
}

function readStart(input: FormInput, today: CalendarDate): Start {
  const { by } = input;
  if (by === 'silence') {
    const days = readSilence(input.days);
    if (!days) throw new UserError('cadenceDays', [examples.silence], 'days');
    return { by, days };
  }
  if (by !== 'rule') return { by };
  const from = input.from ?? today;
  const read = readRule(input.rule || rhythmRule(input.rhythm ?? 'month', from), from);
  if ('fault' in read) throw new UserError('cadenceRule', [read.fault], 'rule');
  return { by, rule: read.rule, from };
}

const same = (a: Offset, b: Offset) => a.days === b.days && a.months === b.months;

/** What a team calls a touch that it put on a day of its own: after the day, or by the cadence's name. */
function titleOf(offset: Offset, by: FormInput['by'], kind: CadenceTouch['kind'], name: string, code: LanguageCode): string {
  const { cadences } = languages[code];
  if (offset.months > 0) return name === '' || by === 'purchase' ? cadences.monthTitle(offset.months) : name;
  return by === 'purchase' || name === '' ? cadences.dayTitle(offset.days + firstDay(by), kind) : name;
}

const inEach = (make: (code: LanguageCode) => { title: string; points: string[] }): Said => ({
  en: make('en'),
  zh: make('zh'),
  ko: make('ko'),
});

/** Lines of talking points, as a form has them. */
export const readPoints = (written: string): string[] =>
  written
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-•*·]\s*/, '').trim())
    .filter(Boolean);

interface Touches {
  readonly touches: CadenceTouch[];
  readonly words: Cadence['words'];
}

/**
 * The touches on their new days. One that stays on its day stays what it is; where a day was changed for another the touch
 * moves with it; what is left over falls away, and what is more is new.
 */
export function placeTouches(before: Touches, offsets: readonly Offset[], input: FormInput): Touches {
  const kept = before.touches.filter((touch) => offsets.some((offset) => same(offset, touch)));
  const free = before.touches.filter((touch) => !kept.includes(touch));
  const words = { ...before.words };
  const steps = new Set(before.touches.map(({ step }) => step));
  const points = readPoints(input.points);
  const touches = offsets.flatMap((offset): CadenceTouch[] => {
    const there = kept.filter((touch) => same(offset, touch));
    if (there.length > 0) return there;
    const moving = free.shift();
    if (moving) {
      words[moving.step] ??= inEach((code) => ({
        title: titleOf(offset, input.by, moving.kind, input.name, code),
        points: [...stepWords({ step: moving.step, said: undefined }, { words: languages[code] }).points],
      }));
      return [{ ...moving, ...offset }];
    }
    let step = offset.months > 0 ? `m${offset.months}` : `d${offset.days + firstDay(input.by)}`;
    while (steps.has(step)) step = `${step}-more`;
    steps.add(step);
    words[step] = inEach((code) => ({ title: titleOf(offset, input.by, input.kind, input.name, code), points }));
    const usefulFor = Math.min(30, Math.max(2, offset.months * 30 + Math.abs(offset.days)));
    return [{ step, kind: input.kind, ...offset, onClosedDay: input.closed, usefulFor }];
  });
  return { touches, words };
}

const atOnce: readonly Offset[] = [{ days: 0, months: 0 }];

function readTouches(input: FormInput, before: Cadence | undefined): Touches {
  const known: Touches = { touches: before?.touches ?? [], words: before?.words ?? {} };
  if (input.by === 'rule' || input.by === 'silence') return before ? known : placeTouches(known, atOnce, input);
  const offsets = readDays(input.days, input.by);
  const example = input.by === 'purchase' ? examples.purchase : examples.other;
  if (!offsets || offsets.length === 0) throw new UserError('cadenceDays', [example], 'days');
  if (offsets.length > mostTouches) throw new UserError('cadenceMost', [mostTouches], 'days');
  // Each festival has a touch of its own, and all of them come so many days before or after.
  if (input.by === 'holiday') {
    const [offset] = offsets;
    if (!offset || offsets.length > 1) throw new UserError('cadenceDays', ['-3'], 'days');
    return { ...known, touches: known.touches.map((touch) => ({ ...touch, ...offset })) };
  }
  return placeTouches(known, offsets, input);
}

/** The cadence as the form has it. Throws `UserError` at the field that cannot be read. */
export function readForm(input: FormInput, before: Cadence | undefined, key: string, today: CalendarDate): Proposal {
  if (input.name === '' && !before?.builtIn) throw new UserError('cadenceName', [], 'name');
  const { touches, words } = readTouches(input, before);
  return {
    key,
    ...(input.name === '' ? {} : { name: input.name }),
    start: readStart(input, today),
    touches,
    words,
    audience: readAudience(input),
    pauses: input.pauses,
    on: before?.on ?? true,
    removed: false,
  };
}

export const touchInput = z.object({
  key: z.string().max(60),
  step: z.string().max(40),
  kind: z.enum(touchKinds),
  closed: z.enum(['next', 'before', 'keep']),
  useful: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/),
  title_en: text(80),
  title_zh: text(80),
  title_ko: text(80),
  points_en: text(2000),
  points_zh: text(2000),
  points_ko: text(2000),
});

/** The cadence with one touch as its form has it; words that are our own stay ours, so that they are mended with us. */
export function withTouch(cadence: Cadence, input: z.infer<typeof touchInput>): Proposal {
  const { builtIn: _, ...plan } = cadence;
  const said: Said = {};
  for (const code of languageCodes) {
    const ours = stepWords({ step: input.step, said: undefined }, { words: languages[code] });
    const title = input[`title_${code}`] || ours.title;
    const points = readPoints(input[`points_${code}`]);
    const isOurs = title === ours.title && (points.length === 0 || points.join('\n') === ours.points.join('\n'));
    if (!isOurs) said[code] = { title, points: points.length > 0 ? points : [...ours.points] };
  }
  const { [input.step]: __, ...others } = cadence.words;
  const words = Object.keys(said).length > 0 ? { ...others, [input.step]: said } : others;
  const touches = cadence.touches.map((touch) =>
    touch.step === input.step
      ? { ...touch, kind: input.kind, onClosedDay: input.closed, usefulFor: Math.min(365, Number(input.useful)) }
      : touch,
  );
  return { ...plan, touches, words, removed: false };
}
