/** What a touch is called, and what to ask and say. */
export interface StepWords {
  readonly title: string;
  readonly points: string[];
}

type Kind = 'call' | 'note' | 'followup' | 'complaint';
type Start = 'purchase' | 'complaint' | 'hand' | 'birthday' | 'holiday' | 'rule' | 'silence';
type BuiltIn =
  | '2-5-12'
  | 'thanks-visit'
  | 'thanks-favour'
  | 'regulars'
  | 'satisfaction'
  | 'care'
  | 'birthday'
  | 'holidays'
  | 'themes'
  | 'warranty'
  | 'neglect';
type Rhythm = 'week' | 'weeks2' | 'month' | 'months2' | 'months3' | 'months6' | 'year';

/** All that is said of cadences; each language has it in a file of its own. */
export interface CadenceWords {
  readonly title: string;
  readonly about: string;
  readonly on: string;
  readonly off: string;
  readonly names: Record<BuiltIn, string>;
  /** Days of a cadence, counted from the purchase day as the first: `2, 5, 12`. */
  readonly ofDays: (days: string) => string;
  readonly ofMonths: (months: string) => string;
  /** Days after what starts it: `2, 14`. */
  readonly after: (days: string) => string;
  readonly starts: Record<Exclude<Start, 'silence' | 'hand'>, (when: string) => string> & {
    readonly hand: () => string;
    readonly silence: (a: number, b: number, c: number, none: number) => string;
  };
  /** On buttons. */
  readonly shortStarts: Record<Start, string>;
  readonly onTheDay: string;
  readonly before: (days: number) => string;
  readonly rhythms: Record<Rhythm, string>;
  readonly rhythmFrom: (rhythm: string, day: string) => string;
  readonly open: (count: number) => string;
  readonly onlyProduct: (product: string) => string;
  readonly onlyTiers: (tiers: string) => string;
  readonly onlyCountries: (countries: string) => string;
  readonly everybody: string;
  readonly facts: { readonly start: string; readonly who: string; readonly complaint: string; readonly touches: string };
  readonly pauses: string;
  readonly goesOn: string;
  readonly kinds: Record<Kind, string>;
  readonly closedDays: Record<'next' | 'before' | 'keep', string>;
  readonly buttons: Record<
    'show' | 'edit' | 'on' | 'off' | 'remove' | 'touch' | 'dropTouch' | 'list' | 'export' | 'start',
    string
  >;
  readonly addLead: string;
  readonly form: {
    readonly title: string;
    readonly name: string;
    readonly nameHint: string;
    readonly days: string;
    readonly daysHint: Record<'purchase' | 'after' | 'around' | 'silence', string>;
    readonly rhythm: string;
    readonly from: string;
    readonly rule: string;
    readonly ruleHint: string;
    readonly kind: string;
    readonly closed: string;
    readonly product: string;
    readonly tiers: string;
    readonly tiersHint: string;
    readonly countries: string;
    readonly countriesHint: string;
    readonly pauses: string;
    readonly points: string;
    readonly pointsHint: string;
  };
  readonly touchForm: {
    readonly title: string;
    readonly name: (language: string) => string;
    readonly points: (language: string) => string;
    readonly useful: string;
    readonly usefulHint: string;
  };
  /** What a touch is called that a team puts on a day, or so many months later. */
  readonly dayTitle: (day: number, kind: Kind) => string;
  readonly monthTitle: (months: number) => string;
  readonly effect: (kept: number, moved: number, dropped: number) => string;
  readonly effectOff: (planned: number) => string;
  readonly movesTo: (name: string, title: string, from: string, to: string) => string;
  readonly falls: (name: string, title: string, on: string) => string;
  readonly more: (count: number) => string;
  readonly ask: string;
  readonly answers: Record<'keep' | 'move' | 'drop' | 'cancel', string>;
  readonly saved: (name: string) => string;
  readonly switchedOn: (name: string) => string;
  readonly switchedOff: (name: string) => string;
  readonly removed: (name: string) => string;
  readonly cancelled: string;
  readonly result: (kept: number, moved: number, dropped: number) => string;
  readonly history: string;
  readonly historyLine: (by: string, when: string, result: string) => string;
  readonly started: (name: string, title: string, when: string) => string;
  readonly startedAlready: (name: string) => string;
  readonly file: {
    readonly how: string;
    readonly reading: (file: string) => string;
    readonly gone: (file: string) => string;
    readonly unreadable: (file: string) => string;
    readonly same: (file: string) => string;
    readonly found: (file: string, count: number) => string;
    readonly wrong: (line: number, problem: string) => string;
    readonly problems: Record<'start' | 'days' | 'rule' | 'kind' | 'empty' | 'twice' | 'shape', string>;
  };
  readonly onWords: string[];
  readonly offWords: string[];
  readonly exportWords: string[];
}
