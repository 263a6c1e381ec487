let bytes = Buffer.alloc(0);
let units = new Uint16Array(0);
/** Zeros after the end, so that whoever looks ahead finds nothing. */
const AFTER = 4;

/**
 * The UTF-16 units of a text, with zeros after its end. A text put together of others is read from memory far apart at each unit;
 * copied once, it lies side by side. The next call reuses the array.
 */
export function writtenUnits(text: string): Uint16Array {
  const needed = text.length + AFTER;
  if (units.length < needed) {
    units = new Uint16Array(Math.max(4096, needed * 2));
    bytes = Buffer.from(units.buffer);
  }
  bytes.write(text, 'utf16le');
  units.fill(0, text.length, needed);
  return units;
}
