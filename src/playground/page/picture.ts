import type { Block } from '../protocol.ts';
import { el } from './dom.ts';
import { drawLink } from './draw-mrkdwn.ts';

/**
 * Pictures of this server are shown. Others are named by their alternative text and a link: the playground asks
 * nothing of the outside world, and a page that did would tell it who reads.
 */
export function drawPicture(block: Block, size: 'thumbnail' | 'full' | 'tiny'): HTMLElement {
  const alt = String(block.alt_text ?? '');
  const url = String(block.image_url ?? block.slack_file?.url ?? '');
  if (isOurs(url)) {
    const img = el('img', { class: `picture ${size}`, src: url, alt, loading: size === 'full' ? 'eager' : 'lazy' });
    img.addEventListener('error', () => img.replaceWith(named(alt, url)));
    return img;
  }
  return named(alt, url);
}

function named(alt: string, url: string): HTMLElement {
  return el(
    'span',
    { class: 'picture-named', role: 'img', 'aria-label': alt },
    alt || 'Picture',
    ' ',
    url ? drawLink(url, '(open)') : undefined,
  );
}

function isOurs(url: string): boolean {
  return (
    url.startsWith('data:image/') ||
    (URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin && url !== '')
  );
}
