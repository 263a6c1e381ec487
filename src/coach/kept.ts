const used: Map<string, unknown>[] = [];
let isOpen = false;

/** Runs one review: what `kept` functions work out in it is forgotten at its end. */
export function oneReview<Result>(review: () => Result): Result {
  isOpen = true;
  try {
    return review();
  } finally {
    isOpen = false;
    for (const results of used) results.clear();
    used.length = 0;
  }
}

/** A function of a text that is asked of the same sentences by several stages of a review, and works each out once. */
export function kept<Result extends NonNullable<unknown>>(read: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    if (!isOpen) return read(text);
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    if (results.size === 0) used.push(results);
    results.set(text, result);
    return result;
  };
}
