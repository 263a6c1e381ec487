import { icon, part } from './dom.ts';

type Theme = 'light' | 'dark';

const key = 'playground.theme';

/** The system's theme, until the person chooses one. */
export function startTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const button = part('theme');
  const chosen = (): Theme | undefined => {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : undefined;
  };
  const draw = () => {
    const theme = chosen() ?? (system.matches ? 'dark' : 'light');
    document.documentElement.dataset.theme = theme;
    const label = theme === 'dark' ? 'Use the light theme' : 'Use the dark theme';
    button.setAttribute('aria-label', label);
    button.title = label;
    button.replaceChildren(icon(theme === 'dark' ? 'sun' : 'moon'));
  };
  button.addEventListener('click', () => {
    localStorage.setItem(key, document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark');
    draw();
  });
  system.addEventListener('change', draw);
  draw();
}
