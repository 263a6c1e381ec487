import type { Hearing } from '../../src/features/people/index.ts';
import type { MomentInput } from '../../src/features/reminders/nudge-moment.ts';

/** A rep in Seoul who works nine to six on Korean working days and hears of everything. */
export const seoulRep: Hearing & { readonly gone: boolean } = {
  zone: 'Asia/Seoul',
  country: 'KR',
  hears: 'both',
  morningTime: '08:30',
  digestTimes: ['10:00', '15:00'],
  mostPerHour: 6,
  workFrom: '09:00',
  workTo: '18:00',
  workDays: [],
  quiet: undefined,
  daysOff: [],
  away: undefined,
  gone: false,
};

export const anyCustomer: MomentInput['customer'] = {
  zone: 'Asia/Seoul',
  country: 'KR',
  hours: undefined,
  days: [],
  trade: undefined,
};

type Parts = {
  readonly [K in keyof MomentInput]?: MomentInput[K] extends Date | number ? MomentInput[K] : Partial<MomentInput[K]>;
};

/** A touch for Wednesday, 25 November 2026, planned the day before at ten in the morning. */
export function momentInput({
  touch,
  rep,
  customer,
  overdueDays = 2,
  now = new Date('2026-11-24T01:00:00Z'),
}: Parts): MomentInput {
  return {
    touch: { kind: 'call', dueOn: '2026-11-25', dueAt: undefined, heard: undefined, heardAt: undefined, ...touch },
    rep: { ...seoulRep, ...rep },
    customer: { ...anyCustomer, ...customer },
    overdueDays,
    now,
  };
}
