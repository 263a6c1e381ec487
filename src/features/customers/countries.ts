import type { Choice } from '../../chat/card.ts';
import type { LanguageCode } from '../../languages/index.ts';

/** Where customers mostly are; a file may bring any other. Platforms take at most a hundred choices. */
const codes = [
  'US',
  'GB',
  'CA',
  'AU',
  'NZ',
  'IE',
  'CN',
  'HK',
  'TW',
  'KR',
  'JP',
  'SG',
  'MY',
  'TH',
  'VN',
  'PH',
  'ID',
  'IN',
  'AE',
  'SA',
  'IL',
  'TR',
  'DE',
  'AT',
  'CH',
  'FR',
  'BE',
  'NL',
  'LU',
  'IT',
  'ES',
  'PT',
  'DK',
  'SE',
  'NO',
  'FI',
  'PL',
  'CZ',
  'HU',
  'GR',
  'BR',
  'MX',
  'AR',
  'CL',
  'ZA',
];

const kept = new Map<LanguageCode, readonly Choice[]>();

/** Countries by name, in a language's own order. */
export function countryChoices(language: LanguageCode): readonly Choice[] {
  const known = kept.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const choices = codes
    .map((value) => ({ label: names.of(value) ?? value, value }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  kept.set(language, choices);
  return choices;
}
