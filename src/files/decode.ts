import { detectEncoding, type Encoding, SAMPLE_BYTES } from './detect-encoding.ts';
import { legacyReader, type TextReader } from './legacy-codec.ts';

function unicodeReader(encoding: Encoding): TextReader {
  const decoder = new TextDecoder(encoding);
  return { read: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

function readerOf(encoding: Encoding): TextReader {
  return encoding.startsWith('utf') ? unicodeReader(encoding) : legacyReader(encoding);
}

/** Decodes a whole file. What is no text in the encoding found becomes U+FFFD; a byte order mark is dropped. */
export function decode(bytes: Uint8Array): { encoding: Encoding; text: string } {
  const encoding = detectEncoding(bytes.subarray(0, SAMPLE_BYTES), bytes.length <= SAMPLE_BYTES);
  const reader = readerOf(encoding);
  return { encoding, text: reader.read(bytes) + reader.end() };
}

export interface DecodedStream {
  /** Of the beginning. Where that is plain ASCII (called UTF-8), a later page of old Korean or Chinese is still read rightly. */
  readonly encoding: Encoding;
  readonly text: AsyncIterable<string>;
}

const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80);

/** Decodes a file as it comes, holding no more than the sample and one piece in memory. `text` can be read once. */
export async function decodeStream(source: AsyncIterable<Uint8Array>): Promise<DecodedStream> {
  const pieces = source[Symbol.asyncIterator]();
  const { sample, complete } = await gather(pieces, new Uint8Array());
  const encoding = detectEncoding(sample, complete);
  return { encoding, text: decodePieces(pieces, sample, complete, encoding) };
}

async function gather(pieces: AsyncIterator<Uint8Array>, first: Uint8Array): Promise<{ sample: Uint8Array; complete: boolean }> {
  const parts = [first];
  let size = first.length;
  while (size < SAMPLE_BYTES) {
    const { value, done } = await pieces.next();
    if (done) return { sample: Buffer.concat(parts), complete: true };
    parts.push(value);
    size += value.length;
  }
  return { sample: Buffer.concat(parts), complete: false };
}

async function* decodePieces(
  pieces: AsyncIterator<Uint8Array>,
  sample: Uint8Array,
  complete: boolean,
  encoding: Encoding,
): AsyncGenerator<string> {
  let finished = complete;
  try {
    let piece = sample;
    let chosen = encoding;
    // Plain ASCII so far: the encoding is still open, and the bytes are their own text.
    while (isAscii(piece) && chosen === 'utf-8') {
      yield Buffer.from(piece).toString('latin1');
      if (finished) return;
      const next = await gather(pieces, new Uint8Array());
      piece = next.sample;
      finished = next.complete;
      chosen = detectEncoding(piece, finished);
      if (chosen.startsWith('utf-16')) chosen = 'utf-8';
    }
    const reader = readerOf(chosen);
    yield reader.read(piece);
    while (!finished) {
      const { value, done } = await pieces.next();
      if (done) finished = true;
      else yield reader.read(value);
    }
    yield reader.end();
  } finally {
    // Whoever stops reading early must not leave a file open.
    if (!finished) await pieces.return?.();
  }
}
