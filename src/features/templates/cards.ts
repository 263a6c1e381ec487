import type { ReadContext } from '../../app/context.ts';
import type { Card, Element, Form } from '../../chat/card.ts';
import { PLACEHOLDERS, SLOTS, TEMPLATES, type Template } from '../../coach/templates.ts';
import { languageCodes, languages } from '../../languages/index.ts';
import type { FaultyLine, SlotLine } from './read-template.ts';
import type { TeamTemplate } from './store.ts';

type Look = Pick<ReadContext, 'words' | 'person'>;

/** As it is written in the form, and read again. */
export const templateLines = (slots: readonly SlotLine[], { words }: Look): string =>
  slots.map(({ slot, wording }) => `${words.templates.slots[slot]}: ${wording}`).join('\n');

const builtIn = (language: Template['language']) => TEMPLATES.find((one) => one.language === language);

function own(template: TeamTemplate, used: boolean, look: Look): Element[] {
  const { words } = look;
  return [
    {
      kind: 'item',
      line: [{ bold: template.name }, ` · ${languages[template.language].name}`],
      detail: used ? words.templates.used : words.templates.unused,
      actions: [
        { kind: 'button', label: words.templates.remove, command: 'templates.remove', args: { templateId: template.id } },
      ],
    },
    { kind: 'quote', text: templateLines(template.slots, look) },
  ];
}

/** The team's own templates, and for each other language the one that comes with the bot. */
export function templatesCard(templates: readonly TeamTemplate[], look: Look, done?: string): Card {
  const { words } = look;
  const first = new Map([...templates].reverse().map((template) => [template.language, template.id]));
  const others = languageCodes.filter((code) => !first.has(code)).flatMap((code) => builtIn(code) ?? []);
  const title = words.templates.title;
  return {
    text: done ?? title,
    elements: [
      ...(done === undefined ? [] : [{ kind: 'text' as const, line: done }]),
      { kind: 'heading', text: title },
      { kind: 'note', line: words.templates.about },
      ...templates.flatMap((template) => own(template, first.get(template.language) === template.id, look)),
      ...others.flatMap((template): Element[] => [
        { kind: 'text', line: [{ bold: words.templates.builtIn }, ` · ${languages[template.language].name}`] },
        { kind: 'quote', text: templateLines(template.slots, look) },
      ]),
      {
        kind: 'actions',
        actions: [{ kind: 'button', label: words.templates.add, command: 'templates.form', opensForm: true, style: 'primary' }],
      },
    ],
  };
}

export function faultText({ line, fault, slot, said }: FaultyLine, { words: { templates } }: Look): string {
  const hint = slot ? (PLACEHOLDERS[slot] ?? '') : SLOTS.map((one) => templates.slots[one]).join(', ');
  return templates.line(line, templates.faults[fault](said, hint));
}

export function templateForm(look: Look): Form {
  const { words, person } = look;
  const { templates } = words;
  return {
    title: templates.add,
    submit: words.common.save,
    cancel: words.common.cancel,
    command: 'templates.add',
    fields: [
      { kind: 'text', name: 'name', label: templates.name, max: 60 },
      {
        kind: 'choice',
        name: 'language',
        label: templates.language,
        choices: languageCodes.map((code) => ({ label: languages[code].name, value: code })),
        value: person.language,
      },
      {
        kind: 'text',
        name: 'lines',
        label: templates.lines,
        hint: templates.linesHint,
        value: templateLines(builtIn(person.language)?.slots ?? [], look),
        multiline: true,
        max: 3_000,
      },
    ],
  };
}
