import { createHash } from 'node:crypto';

export interface Section {
  readonly heading: string;
  readonly points: readonly string[];
}

export interface Page {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly Section[];
  readonly navigation: readonly Links[];
}

/** Ways to the other pages, and to the other languages. */
export interface Links {
  readonly label: string;
  readonly links: readonly { readonly text: string; readonly href: string; readonly here: boolean; readonly language?: string }[];
}

const style = `:root{color-scheme:light dark}
body{margin:0 auto;padding:1.5rem 1.25rem 4rem;max-width:42rem;font:1rem/1.6 system-ui,sans-serif;overflow-wrap:break-word}
h1{font-size:1.75rem;line-height:1.25;margin:1.5rem 0 .5rem}
h2{font-size:1.15rem;margin:1.75rem 0 .25rem}
ul{margin:.25rem 0;padding-left:1.25rem}
li{margin:.35rem 0}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
nav a{padding:.35rem 0}
a[aria-current]{font-weight:700;text-decoration:none}`;

/** Nothing may run, nothing is fetched, and nobody may frame it. */
export const pageSecurity = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

const drawLinks = ({ label, links }: Links) =>
  `<nav aria-label="${escaped(label)}">${links
    .map(({ text, href, here, language }) => {
      const ofLanguage = language === undefined ? '' : ` lang="${escaped(language)}" hreflang="${escaped(language)}"`;
      return `<a href="${escaped(href)}"${ofLanguage}${here ? ' aria-current="page"' : ''}>${escaped(text)}</a>`;
    })
    .join('')}</nav>`;

const drawSection = ({ heading, points }: Section) =>
  `<h2>${escaped(heading)}</h2>\n<ul>\n${points.map((point) => `<li>${escaped(point)}</li>`).join('\n')}\n</ul>`;

/** A page of text that needs nothing but itself. */
export const pageHtml = ({ language, title, lead, sections, navigation }: Page): string => `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
${navigation.map(drawLinks).join('\n')}
</header>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(lead)}</p>
${sections.map(drawSection).join('\n')}
</main>
</body>
</html>
`;
