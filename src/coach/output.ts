/** A text in units of the normal form, each with the range of the original it stands for. */
export interface Units {
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly length: number;
  readonly spelled: boolean;
}

/** Words of one letter, or of one syllable: how many stand in a row, and the longest row of the text. */
export interface Singles {
  row: number;
  most: number;
}

/** Growing output buffers of the normal text, kept between calls so that a review allocates little. */
export class Output {
  codes = new Uint16Array(4096);
  starts = new Int32Array(4096);
  ends = new Int32Array(4096);
  length = 0;
  /** Letters typed one by one were read as words. */
  spelled = false;
  readonly letters: Singles = { row: 0, most: 0 };
  readonly syllables: Singles = { row: 0, most: 0 };

  startRuns(): void {
    this.letters.row = this.letters.most = 0;
    this.syllables.row = this.syllables.most = 0;
  }

  reserve(extra: number): void {
    if (this.length + extra <= this.codes.length) return;
    const size = Math.max(this.codes.length * 2, this.length + extra);
    const codes = new Uint16Array(size);
    const starts = new Int32Array(size);
    const ends = new Int32Array(size);
    codes.set(this.codes);
    starts.set(this.starts);
    ends.set(this.ends);
    this.codes = codes;
    this.starts = starts;
    this.ends = ends;
  }

  push(code: number, start: number, end: number): void {
    const at = this.length++;
    this.codes[at] = code;
    this.starts[at] = start;
    this.ends[at] = end;
  }
}
