/** Growing output buffers of the normal text, kept between calls so that a review allocates little. */
export class Output {
  codes = new Uint16Array(4096);
  starts = new Int32Array(4096);
  ends = new Int32Array(4096);
  length = 0;

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
