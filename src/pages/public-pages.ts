import type { IncomingMessage } from 'node:http';
import { type Handler, sendText } from '../http.ts';
import { type LanguageCode, languageCodes, languages, type Words } from '../languages/index.ts';
import { type Page, pageHtml, pageSecurity, type Section } from './page-html.ts';

export interface PagesOptions {
  /** Whom to ask about this installation. */
  readonly supportEmail: string | undefined;
  /** The host that a language model is asked at; absent where none is switched on. */
  readonly modelHost: string | undefined;
}

const names = ['privacy', 'terms', 'support'] as const;
type Name = (typeof names)[number];

const tags: Record<LanguageCode, string> = { en: 'en', zh: 'zh-Hans', ko: 'ko' };
const own: Record<LanguageCode, string> = { en: 'English', zh: '中文', ko: '한국어' };

/** The reader's languages, the dearest first: `ko-KR,ko;q=0.9,en;q=0.8`. */
function accepted(header: string | undefined): readonly string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

function languageOf({ headers }: IncomingMessage, query: URLSearchParams): LanguageCode {
  const wanted = [...query.getAll('lang').map((one) => one.toLowerCase()), ...accepted(headers['accept-language'])];
  for (const tag of wanted) {
    const found = languageCodes.find((code) => tag === code || tag.startsWith(`${code}-`));
    if (found) return found;
  }
  return 'en';
}

const extra: { readonly [N in Name]: (pages: Words['pages'], options: PagesOptions) => readonly Section[] } = {
  privacy: ({ privacy }, { modelHost }) => [
    { heading: privacy.modelHeading, points: [modelHost === undefined ? privacy.modelOff : privacy.modelOn(modelHost)] },
  ],
  terms: () => [],
  support: ({ support }, { supportEmail }) => [
    { heading: support.contactHeading, points: [supportEmail === undefined ? support.noContact : support.contact(supportEmail)] },
    { heading: support.adminHeading, points: [support.admin] },
  ],
};

function pageOf(name: Name, language: LanguageCode, options: PagesOptions): Page {
  const { pages } = languages[language];
  const { title, lead, sections } = pages[name];
  return {
    language: tags[language],
    title,
    lead,
    sections: [...sections, ...extra[name](pages, options)],
    navigation: [
      {
        label: pages.pages,
        links: names.map((one) => ({ text: pages[one].label, href: `${one}?lang=${language}`, here: one === name })),
      },
      {
        label: pages.languages,
        links: languageCodes.map((one) => ({
          text: own[one],
          href: `${name}?lang=${one}`,
          here: one === language,
          language: tags[one],
        })),
      },
    ],
  };
}

/** `/privacy`, `/terms` and `/support`: for whoever is asked to install the bot, or wonders what it keeps. No sign-in. */
export function publicPages(options: PagesOptions): Handler {
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page');
    const name = names.find((one) => pathname === `/${one}`);
    if (!name) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendText(response, 405, 'Only to be read.\n');
      return true;
    }
    const body = pageHtml(pageOf(name, languageOf(request, searchParams), options));
    response.writeHead(200, {
      ...pageSecurity,
      'content-type': 'text/html; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'public, max-age=300',
      vary: 'accept-language',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
}
