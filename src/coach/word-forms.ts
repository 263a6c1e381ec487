/** Forms of a word marked with `~` in a frame. */

const VOWEL = /[aeiou]/u;
/** Verbs whose past forms no rule gives; the stem is written in the frame. */
const IRREGULAR: Record<string, string[]> = {
  be: ['am', 'is', 'are', 'was', 'were', 'been', 'being'], have: ['had', 'has', 'having'], do: ['does', 'did', 'done', 'doing'], go: ['goes', 'went', 'gone', 'going'],
  take: ['took', 'taken'], give: ['gave', 'given'], get: ['got', 'gotten', 'getting'], make: ['made'], say: ['said'], tell: ['told'], see: ['saw', 'seen'], read: [],
  send: ['sent'], bring: ['brought'], buy: ['bought'], think: ['thought'], know: ['knew', 'known'], come: ['came'], keep: ['kept'], leave: ['left'], let: ['letting'],
  put: ['putting'], run: ['ran', 'running'], write: ['wrote', 'written'], speak: ['spoke', 'spoken'], break: ['broke', 'broken'], choose: ['chose', 'chosen'],
  hold: ['held'], pay: ['paid'], ring: ['rang', 'rung'], find: ['found'], forget: ['forgot', 'forgotten', 'forgetting'], lose: ['lost'], mean: ['meant'], feel: ['felt'],
  understand: ['understood'], hear: ['heard'], stand: ['stood'], sell: ['sold'], sit: ['sat', 'sitting'], set: ['setting'], shut: ['shutting'], cut: ['cutting'], hit: ['hitting'],
  fall: ['fell', 'fallen'], drive: ['drove', 'driven'], draw: ['drew', 'drawn'], throw: ['threw', 'thrown'], wear: ['wore', 'worn'], eat: ['ate', 'eaten'], drink: ['drank', 'drunk'],
  sleep: ['slept'], spend: ['spent'], lend: ['lent'], build: ['built'], catch: ['caught'], teach: ['taught'], fight: ['fought'], deal: ['dealt'], begin: ['began', 'begun', 'beginning'],
  sign: [], fix: [], refer: ['referred', 'referring'], occur: ['occurred', 'occurring'], freeze: ['froze', 'frozen'], steal: ['stole', 'stolen'], misread: [], overlook: [],
}; // biome-ignore format: a table

/** English forms of a stem: "carry" gives carries, carried, carrying. */
export function englishForms(stem: string): string[] {
  const forms = new Set([stem]);
  const last = stem.at(-1) ?? '';
  const beforeLast = stem.at(-2) ?? '';
  const irregular = IRREGULAR[stem];
  if (last === 'y' && !VOWEL.test(beforeLast)) {
    forms.add(`${stem.slice(0, -1)}ies`);
    if (!irregular) forms.add(`${stem.slice(0, -1)}ied`);
    forms.add(`${stem}ing`);
  } else if (last === 'e' && stem.length > 2) {
    forms.add(`${stem}s`);
    if (!irregular) forms.add(`${stem}d`);
    forms.add(`${beforeLast === 'i' ? `${stem.slice(0, -2)}y` : stem.slice(0, -1)}ing`);
  } else {
    forms.add(/(?:s|x|z|ch|sh|o)$/u.test(stem) ? `${stem}es` : `${stem}s`);
    if (!irregular) forms.add(`${stem}ed`);
    forms.add(`${stem}ing`);
    if (!irregular && /^[^aeiou]*[aeiou][^aeiouwxy]$/u.test(stem)) {
      forms.add(`${stem}${last}ed`);
      forms.add(`${stem}${last}ing`);
    }
  }
  for (const form of irregular ?? []) forms.add(form);
  return [...forms];
}

const decompose = (text: string): string => text.normalize('NFD');

/**
 * Beginnings that a Korean stem takes before its endings, as jamo: 모르 gives 모르, 몰라, 몰러. A frame goes on over the
 * rest of the word, so consonants that join the last syllable (하 in 합니다) need no form of their own.
 */
export function koreanForms(stem: string): string[] {
  const jamo = decompose(stem);
  const forms = new Set([jamo]);
  const tail = jamo.at(-1) ?? '';
  const open = jamo.slice(0, -1);
  const ending = stem.at(-1) ?? '';
  if (ending === '하') forms.add(decompose(`${stem.slice(0, -1)}해`));
  else if (ending === '되') forms.add(decompose(`${stem.slice(0, -1)}돼`));
  else if (ending === '르' && stem.length > 1) {
    const before = decompose(stem.slice(0, -1));
    forms.add(`${before}ᆯ${decompose('라')}`);
    forms.add(`${before}ᆯ${decompose('러')}`);
  } else if (tail === 'ᅵ') forms.add(`${open}ᅧ`);
  else if (tail === 'ᅩ') forms.add(`${open}ᅪ`);
  else if (tail === 'ᅮ') forms.add(`${open}ᅯ`);
  else if (tail === 'ᅳ') {
    forms.add(`${open}ᅥ`);
    forms.add(`${open}ᅡ`);
  } else if (tail === 'ᆸ') for (const glide of ['우', '워', '와']) forms.add(open + decompose(glide));
  else if (tail === 'ᆮ') forms.add(`${open}ᆯ`);
  else if (tail === 'ᇂ') {
    forms.add(open);
    forms.add(`${open.slice(0, -1)}ᅢ`);
  } else if (tail === 'ᆯ') for (const next of ['ᄉ', 'ᄂ', 'ᆸ', 'ᆫ']) forms.add(open + next);
  return [...forms];
}
