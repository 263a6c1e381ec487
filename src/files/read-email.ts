const FORM = /^[^\s@<>()[\],;:"\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u;

/** The address in lower case, by which people are found again; `undefined` where it is none. */
export function emailKey(value: string): string | undefined {
  const address = value.replace(/^mailto:/i, '');
  if (address.length > 254 || !FORM.test(address) || /^\.|\.\.|\.@/.test(address)) return undefined;
  return address.toLowerCase();
}
