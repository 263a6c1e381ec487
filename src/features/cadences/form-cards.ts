import { rhythmOf, rhythms } from '../../calendar/index.ts';
import type { Field, Form } from '../../chat/card.ts';
import { type LanguageCode, languageCodes, languages } from '../../languages/index.ts';
import { stepWords } from '../followups/index.ts';
import { type Cadence, type CadenceTouch, type StartedBy, touchKinds } from './cadence.ts';
import { writeDays, writeSilence } from './read-days.ts';
import type { Look } from './say-cadence.ts';

const closed = ['next', 'before', 'keep'] as const;

function kindFields({ words: { cadences } }: Look, touch: Pick<CadenceTouch, 'kind' | 'onClosedDay'>): readonly Field[] {
  return [
    {
      kind: 'choice',
      name: 'kind',
      label: cadences.form.kind,
      value: touch.kind,
      choices: touchKinds.map((value) => ({ value, label: cadences.kinds[value] })),
    },
    {
      kind: 'choice',
      name: 'closed',
      label: cadences.form.closed,
      value: touch.onClosedDay,
      choices: closed.map((value) => ({ value, label: cadences.closedDays[value] })),
    },
  ];
}

function ruleFields(start: Cadence['start'] | undefined, { words: { cadences }, today }: Look): readonly Field[] {
  const { form } = cadences;
  const { rule, from } = start?.by === 'rule' ? start : { rule: '', from: today };
  const rhythm = rule === '' ? 'month' : rhythmOf(rule, from);
  return [
    {
      kind: 'choice',
      name: 'rhythm',
      label: form.rhythm,
      ...(rhythm ? { value: rhythm } : {}),
      choices: rhythms.map((value) => ({ value, label: cadences.rhythms[value] })),
      optional: true,
    },
    { kind: 'date', name: 'from', label: form.from, value: from },
    { kind: 'text', name: 'rule', label: form.rule, hint: form.ruleHint, value: rhythm ? '' : rule, max: 300, optional: true },
  ];
}

/** When it comes, as far as a form can say it. */
function whenFields(by: StartedBy, cadence: Cadence | undefined, look: Look): readonly Field[] {
  const { form } = look.words.cadences;
  if (by === 'rule') return ruleFields(cadence?.start, look);
  const days: Field = { kind: 'text', name: 'days', label: form.days, max: 200 };
  if (by === 'silence') {
    const known = cadence?.start.by === 'silence' ? writeSilence(cadence.start.days) : '';
    return [{ ...days, hint: form.daysHint.silence, value: known }];
  }
  const around = by === 'birthday' || by === 'holiday';
  const hint = by === 'purchase' ? form.daysHint.purchase : around ? form.daysHint.around : form.daysHint.after;
  return [{ ...days, hint, value: cadence ? writeDays(cadence.touches, by) : '' }];
}

/** To change a cadence, or to add one that is started by something. */
export function cadenceForm(by: StartedBy, cadence: Cadence | undefined, look: Look): Form {
  const { words } = look;
  const { form, pauses, goesOn } = words.cadences;
  return {
    title: form.title,
    submit: words.common.next,
    cancel: words.common.cancel,
    command: 'cadences.save',
    args: { by, ...(cadence ? { key: cadence.key } : {}) },
    fields: [
      {
        kind: 'text',
        name: 'name',
        label: form.name,
        max: 60,
        value: cadence?.name,
        ...(cadence?.builtIn ? { optional: true, hint: form.nameHint } : {}),
      },
      ...whenFields(by, cadence, look),
      ...(cadence ? [] : kindFields(look, { kind: 'call', onClosedDay: by === 'rule' ? 'keep' : 'next' })),
      ...(cadence
        ? []
        : [
            {
              kind: 'text' as const,
              name: 'points',
              label: form.points,
              hint: form.pointsHint,
              max: 2000,
              multiline: true,
              optional: true,
            },
          ]),
      { kind: 'text', name: 'product', label: form.product, max: 100, value: cadence?.audience.product, optional: true },
      {
        kind: 'text',
        name: 'tiers',
        label: form.tiers,
        hint: form.tiersHint,
        max: 20,
        value: cadence?.audience.tiers.join(', '),
        optional: true,
      },
      {
        kind: 'text',
        name: 'countries',
        label: form.countries,
        hint: form.countriesHint,
        max: 200,
        value: cadence?.audience.countries.join(', '),
        optional: true,
      },
      {
        kind: 'choice',
        name: 'pauses',
        label: form.pauses,
        value: String(cadence?.pauses ?? true),
        choices: [
          { value: 'true', label: pauses },
          { value: 'false', label: goesOn },
        ],
      },
    ],
  };
}

function languageFields(code: LanguageCode, cadence: Cadence, step: string, { words }: Look): readonly Field[] {
  const { touchForm, form } = words.cadences;
  const own = cadence.words[step]?.[code];
  const known = stepWords({ step, said: own && { [code]: own } }, { words: languages[code] });
  const { name } = languages[code];
  return [
    { kind: 'text', name: `title_${code}`, label: touchForm.name(name), value: known.title, max: 80, optional: true },
    {
      kind: 'text',
      name: `points_${code}`,
      label: touchForm.points(name),
      hint: form.pointsHint,
      value: known.points.join('\n'),
      max: 2000,
      multiline: true,
      optional: true,
    },
  ];
}

/** One touch: what is done, on which days, and what is said, in each language. */
export function touchForm(cadence: Cadence, touch: CadenceTouch, look: Look): Form {
  const { words } = look;
  const { touchForm: form } = words.cadences;
  return {
    title: form.title,
    submit: words.common.save,
    cancel: words.common.cancel,
    command: 'cadences.touch.save',
    args: { key: cadence.key, step: touch.step },
    fields: [
      ...kindFields(look, touch),
      { kind: 'text', name: 'useful', label: form.useful, hint: form.usefulHint, value: String(touch.usefulFor), max: 3 },
      ...languageCodes.flatMap((code) => languageFields(code, cadence, touch.step, look)),
    ],
  };
}
