/** Draws `manifests/teams/*.png` from the SVG beside each, with the size that Teams asks for: `node scripts/draw-icons.ts`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../test/browser/chromium.ts';

const folder = new URL('../manifests/teams/', import.meta.url);
const sizes = { color: 192, outline: 32 } as const;

const browser = await openBrowser();
for (const [name, size] of Object.entries(sizes)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<body style="margin:0">${readFileSync(new URL(`${name}.svg`, folder), 'utf8')}`);
  await page.locator('svg').screenshot({ path: fileURLToPath(new URL(`${name}.png`, folder)), omitBackground: true });
}
await browser.close();
