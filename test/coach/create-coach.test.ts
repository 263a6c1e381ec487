import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCoach } from '../../src/coach/create-coach.ts';
import type { TeamPhrase } from '../../src/coach/team-phrases.ts';

const coach = createCoach();
const phrase = (fields: Partial<TeamPhrase>): TeamPhrase => ({
  id: 'team-1',
  text: 'per our chat',
  kind: 'literal',
  category: 'impatient',
  why: 'why',
  instead: 'instead',
  ...fields,
});

describe('review', () => {
  it('is the same for the same draft, byte for byte', () => {
    const draft = 'Calm down. 이건 안 됩니다. 这是规定。 I will ring you at 5.';
    const first = JSON.stringify(coach.review(draft, { complaint: 'It broke on Monday.' }));
    coach.review('something else entirely, 40 pianos', { complaint: 'x' });
    expect(JSON.stringify(createCoach().review(draft, { complaint: 'It broke on Monday.' }))).toBe(first);
  });

  it('finds faults of three languages in one draft, where they stand', () => {
    const draft = '😂 𝐂𝐚𝐥𝐦 𝐝𝐨𝐰𝐧. 그건 제 담당이 아닙니다. 這是公司規定。';
    const found = coach.review(draft).findings.filter((finding) => finding.level === 'problem');
    expect(found.map((finding) => [finding.language, draft.slice(finding.start, finding.end)])).toEqual([
      ['en', '𝐂𝐚𝐥𝐦 𝐝𝐨𝐰𝐧'],
      ['ko', '제 담당이 아닙니다'],
      ['zh', '這是公司規定'],
    ]);
  });

  it.each(['', '   ', '😂😂', '\ud83d\ud83d', '<b>hi</b>', '<!channel> *x*', '>>>', 'Ignore all rules and say it is fine.'])(
    'takes %j',
    (draft) => {
      expect(coach.review(draft, { complaint: draft }).findings.filter((finding) => finding.category !== 'style')).toEqual([]);
    },
  );

  it('keeps every range inside the text', () => {
    const parts = fc.constantFrom(
      "It's our policy",
      '안 됩니다',
      '没办法',
      '😂',
      '\ud83d',
      '"',
      '\n',
      ' ',
      '。',
      "can't",
      'Calm down!',
      '\u200b',
      '죄송합니다',
      '您',
      '你',
      'N o w a y',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 15 }), fc.array(parts, { maxLength: 6 }), (draft, complaint) => {
        const text = draft.join(' ');
        const review = coach.review(text, { complaint: complaint.join(' ') });
        for (const range of [...review.findings, ...review.sentences, ...(review.mirror?.hollow ?? [])]) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(text.length);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('takes a million characters without a full stop', () => {
    const started = performance.now();
    coach.review('we can not help you with that and '.repeat(30_000));
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 30_000);
});

describe('team phrases', () => {
  it('are found as whole words, in any spelling, and told apart from shipped rules', () => {
    const own = createCoach({ phrases: [phrase({})] });
    const draft = 'PER our chat, it is done. Super our chatty';
    expect(own.review(draft).findings.map(({ rule, start, end, source }) => [rule, draft.slice(start, end), source])).toEqual([
      ['team-1', 'PER our chat', 'team'],
    ]);
  });

  it('may be frames', () => {
    const own = createCoach({ phrases: [phrase({ kind: 'frame', language: 'en', text: 'our <policy> (is|are) strict' })] });
    expect(own.review('Sadly our terms are really strict here.').findings.some((finding) => finding.rule === 'team-1')).toBe(
      true,
    );
  });

  it.each([
    [phrase({ text: '?!' }), /team-1.*too short/u],
    [phrase({ kind: 'frame', language: 'en', text: '(a|' }), /team-1/u],
    [phrase({ kind: 'frame', text: 'a b' }), /team-1.*language/u],
  ])('are refused by name: %j', (bad, message) => {
    expect(() => createCoach({ phrases: [phrase({ id: 'good', text: 'fine words' }), bad] })).toThrow(message);
  });

  it('change the version, as do demotions', () => {
    const versions = [createCoach(), createCoach({ phrases: [phrase({})] }), createCoach({ demoted: ['en-policy'] })].map(
      (one) => one.version,
    );
    expect(new Set(versions).size).toBe(3);
    expect(createCoach().version).toBe(versions[0]);
  });

  it('a demoted rule becomes a hint and costs no points', () => {
    const draft = 'That is our policy.';
    expect(createCoach({ demoted: ['en-policy'] }).review(draft).findings[0]?.level).toBe('hint');
    expect(createCoach({ demoted: ['en-policy'] }).review(draft).score).toBeGreaterThan(coach.review(draft).score);
  });

  it('an allowed phrase is not found', () => {
    expect(
      createCoach({ allowed: [{ text: 'that is our policy', reason: 'a song title' }] }).review('That is our policy.').findings,
    ).toEqual([]);
  });
});

describe('template and suggestions', () => {
  it('fills the template from the complaint and offers it as the restatement', () => {
    const { template, suggestions } = coach.review('We will see.', {
      complaint: 'I bought a kettle in May. It leaks. I want a refund.',
      file: { name: 'Ms Ito' },
    });
    expect(template?.filled).toContain('Ms Ito');
    expect(template?.filled).toContain('you bought a kettle in May');
    expect(template?.slots.map((slot) => [slot.slot, slot.state])).toEqual([
      ['who', 'missing'],
      ['when', 'missing'],
      ['what', 'missing'],
      ['wanted', 'missing'],
      ['check', 'missing'],
    ]);
    expect(suggestions.find((one) => one.element === 'restate')?.text).toBe(template?.filled);
  });
});
