import fc from 'fast-check';

/** Any UTF-16 at all, halves of characters and controls too. fast-check's own units take seconds to be made ready. */
export const anyText = (maxLength = 100) =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff })), { maxLength })
    .map((units) => String.fromCharCode(...units));
