import { ELEMENTS, type Element } from './review.ts';

/** Every set of elements there is, by its bits: sentences share them, so that nothing is made for one. */
const SETS: readonly ReadonlySet<Element>[] = Array.from(
  { length: 1 << ELEMENTS.length },
  (_, bits) => new Set(ELEMENTS.filter((__, at) => ((bits >>> at) & 1) === 1)),
);

export const NO_ELEMENTS: ReadonlySet<Element> = SETS[0] ?? new Set();

export const elementBit = (element: Element): number => 1 << ELEMENTS.indexOf(element);

export const elementSet = (bits: number): ReadonlySet<Element> => SETS[bits] ?? NO_ELEMENTS;

/** The set with one more. */
export function withElement(set: ReadonlySet<Element>, element: Element): ReadonlySet<Element> {
  let bits = elementBit(element);
  for (const one of set) bits |= elementBit(one);
  return elementSet(bits);
}

/** The set without one. */
export function withoutElement(set: ReadonlySet<Element>, element: Element): ReadonlySet<Element> {
  let bits = 0;
  for (const one of set) if (one !== element) bits |= elementBit(one);
  return elementSet(bits);
}
