import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode, decodeStream } from '../../src/files/decode.ts';
import { all, bytesOf, chinese, korean, pieces, sheetIn } from './samples.ts';

async function streamed(bytes: Uint8Array, size: number) {
  const { encoding, text } = await decodeStream(pieces(bytes, size));
  return { encoding, text: (await all(text)).join('') };
}

describe('decodeStream', () => {
  it('gives what decode gives, however the bytes are cut', async () => {
    const sheets = fc.oneof(
      fc.tuple(sheetIn(korean), fc.constantFrom('utf8', 'utf16-le', 'cp949')),
      fc.tuple(sheetIn(chinese), fc.constantFrom('utf8', 'utf16-be', 'gb18030')),
    );
    await fc.assert(
      fc.asyncProperty(sheets, fc.integer({ min: 1, max: 50 }), async ([text, encoding], size) => {
        const bytes = iconv.encode(text, encoding);
        expect(await streamed(bytes, size)).toEqual({ ...decode(bytes), text });
      }),
    );
  });

  it.each(['utf8', 'cp949', 'utf16-le'])('decodes beyond the sample in %s', async (encoding) => {
    const text = '고객명,제품\r\n'.repeat(20_000);
    expect((await streamed(iconv.encode(text, encoding), 65_535)).text).toBe(text);
  });

  it('finds old Korean after a long beginning of plain ASCII', async () => {
    const text = `${'Ada Baker,Washer\n'.repeat(10_000)}김민수,세탁기\n${'Ada,Washer\n'.repeat(10_000)}박지현,냉장고\n`;
    expect((await streamed(iconv.encode(text, 'cp949'), 30_000)).text).toBe(text);
  });

  it('marks what is no text in the encoding', () => {
    expect(decode(Buffer.concat([bytesOf('고객,제품\n'.repeat(10_000)), Uint8Array.of(0xff, 0x0a)])).text.at(-2)).toBe('\uFFFD');
  });

  it('lets go of the source when the reader stops early', async () => {
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield bytesOf('고객,제품\n'.repeat(10_000));
      } finally {
        closed = true;
      }
    }
    for await (const text of (await decodeStream(endless())).text) if (text) break;
    expect(closed).toBe(true);
  });
});
