const LOCALES = ['en', 'zh-Hans', 'zh-Hant', 'ko'];

const COUNTRY_SYNONYMS: Readonly<Record<string, string>> = {
  usa: 'US',
  america: 'US',
  uk: 'GB',
  england: 'GB',
  'great britain': 'GB',
  korea: 'KR',
  'republic of korea': 'KR',
  'korea, republic of': 'KR',
  'south korea': 'KR',
  한국: 'KR',
  남한: 'KR',
  韩国: 'KR',
  韓國: 'KR',
  'mainland china': 'CN',
  "people's republic of china": 'CN',
  prc: 'CN',
  中国大陆: 'CN',
  中國大陸: 'CN',
  'hong kong': 'HK',
  홍콩: 'HK',
  香港: 'HK',
  macau: 'MO',
  'taiwan, province of china': 'TW',
  대만: 'TW',
  台湾: 'TW',
  臺灣: 'TW',
  'viet nam': 'VN',
  czechia: 'CZ',
  'czech republic': 'CZ',
  'the netherlands': 'NL',
  holland: 'NL',
  'russian federation': 'RU',
  uae: 'AE',
  turkey: 'TR',
};

const LANGUAGE_SYNONYMS: Readonly<Record<string, string>> = {
  中文: 'zh',
  汉语: 'zh',
  漢語: 'zh',
  普通话: 'zh',
  國語: 'zh',
  mandarin: 'zh',
  kr: 'ko',
  cn: 'zh',
  jp: 'ja',
  한글: 'ko',
  韩文: 'ko',
  韓文: 'ko',
  英文: 'en',
};

const LANGUAGES = [
  'en',
  'zh',
  'ko',
  'ja',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'ru',
  'vi',
  'th',
  'id',
  'nl',
  'pl',
  'tr',
  'ar',
  'hi',
  'ms',
  'mn',
];

const key = (value: string) => value.normalize('NFKC').trim().toLowerCase();

function namesOf(
  type: 'region' | 'language',
  codes: readonly string[],
  synonyms: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const locale of LOCALES) {
    const display = new Intl.DisplayNames([locale], { type, fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name && !names.has(key(name))) names.set(key(name), code);
    }
  }
  for (const [name, code] of Object.entries(synonyms)) names.set(name, code);
  return names;
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const ALL_PAIRS = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
/** Codes that name no country: unions, unknown, retired. */
const NO_COUNTRY = new Set([
  'EU',
  'EZ',
  'UN',
  'ZZ',
  'XA',
  'XB',
  'QO',
  'UK',
  'AN',
  'CS',
  'DD',
  'FX',
  'NT',
  'SU',
  'TP',
  'YD',
  'YU',
  'ZR',
  'BU',
  'DY',
  'HV',
  'NH',
  'RH',
  'VD',
]);

let countries: ReadonlyMap<string, string> | undefined;
let countryCodes: ReadonlySet<string> | undefined;
let languages: ReadonlyMap<string, string> | undefined;

/** ISO 3166 code from a code or from a name in English, Chinese or Korean. */
export function readCountry(value: string): string | undefined {
  if (!countries || !countryCodes) {
    const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const known = ALL_PAIRS.filter((code) => !NO_COUNTRY.has(code) && english.of(code));
    countryCodes = new Set(known);
    countries = namesOf('region', known, COUNTRY_SYNONYMS);
  }
  const code = value.trim().toUpperCase();
  return countryCodes.has(code) ? code : countries.get(key(value));
}

/** Language tag in lower case from a tag (`zh-cn`) or from a name in English, Chinese or Korean. */
export function readLanguage(value: string): string | undefined {
  languages ??= namesOf('language', LANGUAGES, LANGUAGE_SYNONYMS);
  const name = key(value).replace('_', '-');
  const known = languages.get(name);
  if (known) return known;
  return /^[a-z]{2}(?:-[a-z0-9]{2,8})*$/.test(name) && LANGUAGES.includes(name.slice(0, 2)) ? name : undefined;
}
