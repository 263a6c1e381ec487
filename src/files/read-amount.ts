/**
 * A sum of money as people write it: `₩1,200,000`, `1.234,50 €`, `1200000원`. One sign followed by exactly three digits
 * separates thousands. `undefined` where it is no number.
 */
export function readAmount(value: string): number | undefined {
  if (/^\d{1,15}(?:\.\d\d?)?$/.test(value)) return Number(value);
  if (value.length > 40) return undefined;
  const text = value
    .normalize('NFKC')
    .replace(/[\p{Sc}\s']/gu, '')
    .replace(/^(?:[A-Z]{3}|RMB|NT|US)|(?:[A-Z]{3}|원|元|円|块|塊)$/giu, '');
  if (!/^-?\d[\d.,]*$/.test(text)) return undefined;
  const decimal = decimalSign(text);
  const plain = [...text].filter((sign) => (sign !== '.' && sign !== ',' ? true : sign === decimal)).join('');
  const number = Number(decimal ? plain.replace(decimal, '.') : plain);
  return Number.isFinite(number) ? number : undefined;
}

function decimalSign(text: string): '.' | ',' | undefined {
  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (dots > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  const sign = dots > 0 ? '.' : ',';
  if (dots + commas !== 1) return undefined;
  return /[.,]\d{3}$/.test(text) && !/^-?0[.,]/.test(text) ? undefined : sign;
}
