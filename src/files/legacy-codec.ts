import iconv from 'iconv-lite';

/**
 * The two or more bytes of each character that the encoding has. iconv-lite and not `TextDecoder`: Node's own `euc-kr` lacks
 * the 8,822 Hangul syllables that CP949 adds.
 */
export function encodeCharacters(encoding: string, characters: string): (readonly [number, number])[] {
  return [...new Set(characters)].flatMap((character) => {
    const [lead, trail, more] = iconv.encode(character, encoding);
    return lead !== undefined && trail !== undefined && more === undefined ? [[lead, trail] as const] : [];
  });
}

/** Decodes piece by piece; a character cut in two by the edge of a piece is put together again. */
export interface TextReader {
  read(bytes: Uint8Array): string;
  end(): string;
}

export function legacyReader(encoding: string): TextReader {
  const decoder = iconv.getDecoder(encoding);
  return {
    read: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    end: () => decoder.end() ?? '',
  };
}
