import type { Weekday } from './calendar-date.ts';

const FRIDAY_SATURDAY: readonly Weekday[] = [5, 6];
const SATURDAY_SUNDAY: readonly Weekday[] = [6, 7];

/**
 * Weekends that are not Saturday and Sunday (Unicode CLDR, supplemental week data; the Emirates moved to Saturday and
 * Sunday in 2022 and so stand with the rest; Bangladesh, Brunei, the Maldives and Nepal by their own public offices).
 */
const WEEKENDS: Readonly<Record<string, readonly Weekday[]>> = {
  AF: [4, 5],
  BD: FRIDAY_SATURDAY,
  BH: FRIDAY_SATURDAY,
  BN: [5, 7],
  DZ: FRIDAY_SATURDAY,
  EG: FRIDAY_SATURDAY,
  IL: FRIDAY_SATURDAY,
  IN: [7],
  IQ: FRIDAY_SATURDAY,
  IR: [5],
  JO: FRIDAY_SATURDAY,
  KW: FRIDAY_SATURDAY,
  LY: FRIDAY_SATURDAY,
  MV: FRIDAY_SATURDAY,
  NP: [6],
  OM: FRIDAY_SATURDAY,
  PS: FRIDAY_SATURDAY,
  QA: FRIDAY_SATURDAY,
  SA: FRIDAY_SATURDAY,
  SD: FRIDAY_SATURDAY,
  SY: FRIDAY_SATURDAY,
  UG: [7],
  YE: FRIDAY_SATURDAY,
};

/** The days of the week that are free in that country (ISO code); Saturday and Sunday where we know of nothing else. */
export function weekendOf(country: string | undefined): readonly Weekday[] {
  return (country && WEEKENDS[country]) || SATURDAY_SUNDAY;
}
