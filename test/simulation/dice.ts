import { randomFrom } from '../faults/random.ts';

/** Chance that is the same for the same seed. */
export interface Dice {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below this. */
  below(most: number): number;
  once(chance: number): boolean;
  of<T>(choices: readonly T[]): T;
}

export function diceFrom(seed: number): Dice {
  const next = randomFrom(seed);
  const below = (most: number) => Math.floor(next() * most);
  return {
    next,
    below,
    once: (chance) => next() < chance,
    of<T>(choices: readonly T[]): T {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined && choices.length === 0) throw new Error('There is nothing to choose from.');
      return chosen as T;
    },
  };
}
