/** Real time, in milliseconds: signatures, time limits and retries do not follow the clock of the playground. */
export function realNow(): number {
  return Date.now();
}

/** Waits without keeping the process alive. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    timer.unref();
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
