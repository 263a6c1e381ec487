/** Often enough to see that it goes on, seldom enough for a platform's limits. */
const everyMs = 2_000;

export interface Progress {
  /** Says how far it is, unless that was said a moment ago or is still being said. */
  tell(lines: number): void;
  /** Waits for what is being said, so that it cannot arrive after the end. */
  end(): Promise<void>;
}

/** Tells how far a long piece of work is, beside the work and never in its way. `say` must not throw. */
export function startProgress(say: (lines: number) => Promise<void>, elapsedMs: () => number): Progress {
  let last = elapsedMs();
  let saying: Promise<void> | undefined;
  return {
    tell(lines) {
      if (saying || elapsedMs() - last < everyMs) return;
      last = elapsedMs();
      saying = say(lines).finally(() => {
        saying = undefined;
      });
    },
    async end() {
      await saying;
    },
  };
}
