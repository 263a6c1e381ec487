import { Refusal } from './api.ts';
import { el, icon, part } from './dom.ts';
import { refusalText } from './notices.ts';
import { startTheme } from './theme.ts';

/** Some browsers do not draw again what they drew in boxes before a font was there; so it comes first, if it comes soon. */
export function fontsOfAsia(): Promise<unknown> {
  const loads = [document.fonts.load('16px "Playground KR"', '가'), document.fonts.load('16px "Playground SC"', '中')];
  return Promise.race([Promise.allSettled(loads), new Promise((resolve) => setTimeout(resolve, 2_000))]);
}

/** While the server is not up yet the page waits for it; a real refusal is shown. */
function untilItWorks(start: () => Promise<void>, doing: string): void {
  start().catch((error: unknown) => {
    part('starting').replaceChildren(
      el(
        'p',
        {},
        error instanceof Refusal ? refusalText(doing, error.code) : 'The page could not start; the browser’s console says why.',
      ),
    );
    if (error instanceof Refusal && error.code === 'offline') setTimeout(() => untilItWorks(start, doing), 1000);
    else console.error(error);
  });
}

/** What both desks begin with: icons, theme, and then the desk itself. */
export function startPage(start: () => Promise<void>, doing: string): void {
  for (const node of document.querySelectorAll<HTMLElement>('[data-icon]'))
    node.append(icon(node.dataset.icon === 'menu' ? 'menu' : 'guide'));
  startTheme();
  untilItWorks(start, doing);
}
