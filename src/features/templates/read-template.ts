import { z } from 'zod';
import { PLACEHOLDERS, SLOTS, type Slot, type Template } from '../../coach/templates.ts';
import { languages } from '../../languages/index.ts';

export const mostWording = 300;
export const slotLine = z.object({ slot: z.enum(SLOTS), wording: z.string().min(1).max(mostWording) });
export type SlotLine = Template['slots'][number];

export type TemplateFault = 'slot' | 'twice' | 'placeholder' | 'strange' | 'empty' | 'long';
export interface FaultyLine {
  /** Counted from 1. */
  readonly line: number;
  readonly fault: TemplateFault;
  /** Absent where no step is called so. */
  readonly slot: Slot | undefined;
  readonly said: string;
}

/** Every name of a slot, in any of our languages. */
const slotNames = new Map<string, Slot>(
  SLOTS.flatMap((slot) => [
    [slot, slot] as const,
    ...Object.values(languages).map(({ templates }) => [templates.slots[slot].toLowerCase(), slot] as const),
  ]),
);

function faultOf(slot: Slot | undefined, wording: string, seen: ReadonlySet<Slot>): TemplateFault | undefined {
  if (!slot) return 'slot';
  if (seen.has(slot)) return 'twice';
  if (wording === '') return 'empty';
  if (wording.length > mostWording) return 'long';
  const needed = PLACEHOLDERS[slot];
  const braces = wording.match(/\{[^}]*\}/g) ?? [];
  if (needed !== undefined && !braces.some((brace) => brace === needed)) return 'placeholder';
  return braces.some((brace) => brace !== needed) ? 'strange' : undefined;
}

/**
 * One line a slot, in the order they are said: `what: What goes wrong is this: {text}.` Gives the slots, or each line that
 * cannot be taken. What has no slot of its own is not said; an empty line is nothing.
 */
export function readTemplate(text: string): { readonly slots: readonly SlotLine[] } | { readonly faults: readonly FaultyLine[] } {
  const slots: SlotLine[] = [];
  const faults: FaultyLine[] = [];
  const seen = new Set<Slot>();
  for (const [at, written] of text.split(/\r?\n/).entries()) {
    if (written.trim() === '') continue;
    const [, name = '', wording = ''] = /^([^:：]*)[:：]?(.*)$/su.exec(written.trim()) ?? [];
    const slot = slotNames.get(name.trim().toLowerCase());
    const fault = faultOf(slot, wording.trim(), seen);
    if (fault || !slot) {
      faults.push({ line: at + 1, fault: fault ?? 'slot', slot, said: name.trim() });
      continue;
    }
    seen.add(slot);
    slots.push({ slot, wording: wording.trim() });
  }
  return faults.length > 0 ? { faults } : { slots };
}
