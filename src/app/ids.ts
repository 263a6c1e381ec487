import { randomBytes } from 'node:crypto';

export type NewId = () => string;

/** UUID version 7 (RFC 9562): ids made one after the other are neighbours in an index. */
export function idsAt(now: () => Date): NewId {
  return () => {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(now().getTime(), 0, 6);
    bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x70;
    bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}
