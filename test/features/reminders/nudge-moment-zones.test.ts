import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { isBusinessDay } from '../../../src/calendar/index.ts';
import { type MomentInput, nudgeMoment } from '../../../src/features/reminders/nudge-moment.ts';
import { momentInput } from '../../support/hearing.ts';

const zones = Intl.supportedValuesOf('timeZone');
const quarter = 15 * 60_000;

const time = fc.integer({ min: 0, max: 47 }).map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
const within = (at: string, { from, to }: { readonly from: string; readonly to: string }) =>
  from < to ? at >= from && at < to : at >= from || at < to;

/** The same rules again, asked of luxon minute by minute. */
function allowed({ rep, customer }: MomentInput, ms: number): boolean {
  const here = DateTime.fromMillis(ms, { zone: rep.zone });
  const clock = here.toFormat('HH:mm');
  const on = here.toISODate() ?? '';
  if (rep.daysOff.includes(on) || (rep.away && rep.away.from <= on && on <= rep.away.until)) return false;
  if (!isBusinessDay(on, rep.country) || !within(clock, { from: rep.workFrom, to: rep.workTo })) return false;
  if (rep.quiet && rep.quiet.from !== rep.quiet.to && within(clock, rep.quiet)) return false;
  const there = DateTime.fromMillis(ms, { zone: customer.zone });
  return !customer.hours || within(there.toFormat('HH:mm'), customer.hours);
}

/** Days around which clocks change, leap days and year ends lie thick. */
const day = fc.oneof(
  fc.constantFrom(
    '2024-02-29',
    '2026-03-08',
    '2026-03-29',
    '2026-04-05',
    '2026-10-04',
    '2026-10-25',
    '2026-11-01',
    '2026-12-31',
    '2028-02-29',
  ),
  fc.integer({ min: 0, max: 1500 }).map((n) => DateTime.fromISO('2025-01-01').plus({ days: n }).toISODate() ?? ''),
);

const situation = (zone: string) =>
  fc
    .record({
      dueOn: day,
      workFrom: fc.constantFrom('06:00', '09:00', '13:30', '22:00'),
      workTo: fc.constantFrom('12:00', '18:00', '23:30', '06:00'),
      quiet: fc.option(fc.record({ from: time, to: time }), { nil: undefined }),
      there: fc.constantFrom(...zones),
      // At weekends there the business days of the customer count, which the oracle leaves out: none are closed.
      hours: fc.option(
        fc.record({ from: fc.constantFrom('07:00', '10:00', '20:00'), to: fc.constantFrom('11:00', '17:30', '02:00') }),
        { nil: undefined },
      ),
      off: fc.boolean(),
    })
    .map(({ dueOn, workFrom, workTo, quiet, there, hours, off }) =>
      momentInput({
        touch: { dueOn },
        rep: { zone, hears: 'nudges', workFrom, workTo, quiet, daysOff: off ? [dueOn] : [] },
        customer: { zone: there, country: undefined, hours, days: hours ? [1, 2, 3, 4, 5, 6, 7] : [] },
        now: new Date(Date.parse(dueOn) - 3 * 86_400_000),
      }),
    );

describe('in every zone of the world', () => {
  test('the first moment that both allow, as luxon sees it, and none before', () => {
    for (const zone of zones) {
      const [input] = fc.sample(situation(zone), { numRuns: 1, seed: 41 + zones.indexOf(zone) });
      if (!input) throw new Error('No sample');
      check(input);
    }
  });

  test('whatever the zone, day, hours and clock changes', () => {
    fc.assert(fc.property(fc.constantFrom(...zones).chain(situation), check), { numRuns: 300, seed: 7 });
  });
});

function check(input: MomentInput) {
  const heard = nudgeMoment(input);
  if (!heard) throw new Error('Nothing is heard');
  const start = DateTime.fromISO(input.touch.dueOn, { zone: input.rep.zone }).toMillis();
  const met = !heard.because.some(({ rule }) => rule === 'never_meet');
  const seen: MomentInput = met ? input : { ...input, customer: { ...input.customer, hours: undefined } };
  const where = `${input.rep.zone} ${input.touch.dueOn} ${heard.at.toISOString()}`;
  // A rep whose own hours are all quiet hears at the moment itself: nothing may be lost.
  const ever = Array.from({ length: 7 * 96 }, (_, n) => start + n * quarter).some((ms) =>
    allowed({ ...seen, customer: { ...seen.customer, hours: undefined } }, ms),
  );
  if (!ever) return;
  expect(allowed(seen, heard.at.getTime()), where).toBe(true);
  for (let ms = Math.ceil(start / quarter) * quarter; ms < heard.at.getTime(); ms += quarter) {
    if (allowed(seen, ms)) throw new Error(`${where}: ${new Date(ms).toISOString()} was possible before`);
  }
}

test('an hour that somebody named comes at that hour, in every zone and over every change of the clock', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), day, time, (zone, dueOn, clock) => {
      const named = DateTime.fromISO(`${dueOn}T${clock}`, { zone });
      const input = momentInput({
        touch: { dueOn, dueAt: named.toJSDate() },
        rep: { zone },
        now: named.minus({ days: 2 }).toJSDate(),
      });
      expect(nudgeMoment(input)?.at.toISOString()).toBe(named.toUTC().toISO());
    }),
    { numRuns: 500, seed: 11 },
  );
});
