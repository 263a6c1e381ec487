const FORM = /^[^\s@<>()[\],;:"\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u;

/** How nearly all are written; tested first because the full form is slow. */
const PLAIN = /^[\w+-]+(?:\.[\w+-]+)*@(?:[a-z\d]+(?:-+[a-z\d]+)*\.)+[a-z]{2,}$/i;

/** The address in lower case, by which people are found again; `undefined` where it is none. */
export function emailKey(value: string): string | undefined {
  if (value.length <= 254 && PLAIN.test(value)) return value.toLowerCase();
  const address = value.replace(/^mailto:/i, '');
  if (address.length > 254 || !FORM.test(address) || /^\.|\.\.|\.@/.test(address)) return undefined;
  return address.toLowerCase();
}
