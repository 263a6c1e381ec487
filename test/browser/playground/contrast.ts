/**
 * Runs in the browser: the texts whose contrast with what is behind them is below WCAG AA, as `ratio text`. Colours are
 * painted on a canvas to read them, since a computed colour may be written in any colour space.
 */
export function lowContrast(root: string): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) return ['no canvas'];

  function rgb(colors: readonly string[]): readonly [number, number, number] {
    if (!canvas) return [0, 0, 0];
    for (const color of colors) {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  }

  function luminance([red, green, blue]: readonly [number, number, number]): number {
    const linear = (value: number) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  function behind(node: Element | null): string[] {
    const layers: string[] = [];
    for (let at = node; at; at = at.parentElement) layers.unshift(getComputedStyle(at).backgroundColor);
    return ['#ffffff', ...layers];
  }

  const low: string[] = [];
  for (const node of document.querySelectorAll(`${root}, ${root} *`)) {
    const own = [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim());
    const field = (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) && node.checkVisibility();
    if (
      (own.length === 0 && !field) ||
      !node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
      node.closest('.sr-only, option, :disabled')
    )
      continue;
    const layers = behind(node);
    const style = getComputedStyle(node, field ? '::placeholder' : null);
    const [text, back] = [luminance(rgb([...layers, style.color])), luminance(rgb(layers))];
    const ratio = (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5))
      low.push(`${ratio.toFixed(2)} ${node.className} ${field ? 'placeholder' : own[0]?.textContent?.trim()}`);
  }
  return low;
}
