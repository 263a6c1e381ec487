export interface Finding {
  readonly ok: boolean;
  /** What was seen; where it is not well, also the next step. */
  readonly text: string;
}
