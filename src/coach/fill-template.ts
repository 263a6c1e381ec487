import type { ComplaintPoint } from './complaint.ts';
import type { Language } from './grammar.ts';
import type { MirrorPoint, SlotState, TemplateCheck } from './review.ts';
import { SLOT_SIGNS, type Slot, type Template } from './templates.ts';

/** What is known of the customer beside the complaint. */
export interface CustomerFile {
  readonly name?: string;
  readonly product?: string;
  readonly boughtOn?: string;
  /** By when they were promised an answer already: a calendar date. */
  readonly promisedOn?: string;
}

/** The slot a clause of the complaint belongs to. */
export function slotOf(text: string, language: Language): Slot {
  for (const slot of ['wanted', 'tried', 'when', 'today'] as const) if (SLOT_SIGNS[language][slot]?.test(text)) return slot;
  return 'what';
}

/** 'My daughter' said back is 'your daughter'. Korean says no person here, so nothing turns. */
export function turned(text: string, language: Language): string {
  if (language === 'zh')
    return text
      .replace(/我们|咱们/gu, '您')
      .replace(/我/gu, '您')
      .replace(/你们|您们/gu, '我们');
  if (language === 'ko') return text;
  const map: Record<string, string> = {
    i: 'you',
    "i'm": "you're",
    "i've": "you've",
    "i'd": "you'd",
    my: 'your',
    me: 'you',
    mine: 'yours',
    we: 'you',
    our: 'your',
    us: 'you',
    "we're": "you're",
    "we've": "you've",
    you: 'we',
    your: 'our',
    am: 'are',
  };
  return text.replace(/\b[A-Za-z]+(?:'[a-z]+)?\b/gu, (word) => map[word.toLowerCase()] ?? word);
}

export function checkTemplate(
  template: Template,
  points: readonly ComplaintPoint[],
  answers: readonly MirrorPoint[],
  asksBack: boolean,
  file: CustomerFile,
  named: { readonly customer: boolean; readonly product: boolean },
): TemplateCheck {
  const { language } = template;
  const bySlot = new Map<Slot, number[]>();
  points.forEach((point, at) => {
    const slot = slotOf(point.text, language);
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), at]);
  });
  const slots: SlotState[] = [];
  const filled: string[] = [];
  for (const { slot, wording } of template.slots) {
    if (slot === 'who') {
      slots.push({ slot, state: named.customer ? 'there' : 'missing' });
      filled.push(wording.replace('{name}', () => file.name ?? `[${NAME[language]}]`));
      continue;
    }
    if (slot === 'product') {
      if (file.product === undefined) continue; // nothing is known of it, and nothing is made up
      slots.push({ slot, state: named.product ? 'there' : 'missing' });
      filled.push(wording.replace('{product}', () => file.product ?? ''));
      continue;
    }
    if (slot === 'check') {
      slots.push({ slot, state: asksBack ? 'there' : 'missing' });
      filled.push(wording);
      continue;
    }
    const told = bySlot.get(slot);
    if (!told) continue; // the customer said nothing of it, so there is nothing to hand back
    const states = told.map((at) => answers[at]?.status);
    slots.push({
      slot,
      state: states.includes('contradicted')
        ? 'contradicts'
        : states.some((status) => status === 'answered' || status === 'parroted')
          ? 'there'
          : 'missing',
    });
    const text = told.map((at) => turned(points[at]?.text ?? '', language)).join(language === 'zh' ? '，' : ', ');
    filled.push(wording.replace('{text}', () => text));
  }
  return { template: template.id, slots, filled: filled.join(language === 'zh' ? '' : ' ') };
}

const NAME: Record<Language, string> = { en: 'name', zh: '称呼', ko: '성함' };
