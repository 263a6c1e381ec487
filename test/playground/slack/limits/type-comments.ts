import { readFileSync } from 'node:fs';

export interface Stated {
  /** Interface and member, `Button.text`. */
  readonly member: string;
  readonly length: number | undefined;
  readonly items: number | undefined;
}

const FILES = ['block-kit/blocks', 'block-kit/block-elements', 'block-kit/composition-objects', 'block-kit/extensions', 'views'];

/** The maxima that the comments of `@slack/types` state, by interface and member. */
export function statedLimits(): Stated[] {
  return FILES.flatMap((file) => {
    const url = new URL(`../../../../node_modules/@slack/types/dist/${file}.d.ts`, import.meta.url);
    return statedIn(readFileSync(url, 'utf8'));
  });
}

function statedIn(source: string): Stated[] {
  const stated: Stated[] = [];
  let holder = '';
  for (const match of source.matchAll(
    /(?:interface|type) (?<holder>\w+)[^;{]*\{|\/\*\*(?<comment>(?:(?!\*\/)[\s\S])*)\*\/\s*(?<member>\w+)\??:/g,
  )) {
    const { holder: opened, comment, member } = match.groups ?? {};
    if (opened) holder = opened;
    if (!comment) continue;
    const text = comment.replace(/\s*\n\s*\*\s*/g, ' ');
    const length =
      number(text, /max(?:imum)? length[^.]*?(?:is|of) ([\d,]+)/i) ??
      number(text, /limit ([\d,]+) characters/i) ??
      number(text, /maximum value is ([\d,]+)/i);
    const items =
      number(text, /maximum (?:number of [\w ]+ is|of) ([\d,]+)/i) ??
      number(text, /maximum ([\d,]+) (?:rows|items|blocks|cards)/i) ??
      number(text, /max of ([\d,]+) (?:blocks|elements|items)/i) ??
      number(text, /maximum of `(\d+)`/i);
    const lengthOnly = length !== undefined && items === length ? undefined : items;
    if (length !== undefined || lengthOnly !== undefined)
      stated.push({ member: `${holder}.${member}`, length, items: lengthOnly });
  }
  return stated;
}

function number(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found.replaceAll(',', ''));
}
