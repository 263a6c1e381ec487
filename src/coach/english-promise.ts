import { plainSpaces } from './normalise.ts';
import type { Sentence } from './segment.ts';
import { signs } from './sign.ts';

const sign = signs.en;

/**
 * Whether an English clause says what we do, read from its shape: somebody or something that is ours, a verb of the present or
 * the future, often a point in time; no past, no negation, no condition, no 'maybe'. Verbs are not listed: people promise with all of them.
 */

const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat)';
const HOUR =
  '(?:\\d{1,2}(?:[.:]\\d\\d)?(?: ?[ap] ?\\.?m)?|noon|midday|midnight|lunchtime|(?:half past |half |quarter past |quarter to |ten past |ten to )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))';
/** A point in time that is still to come, or may be. */
const AHEAD = sign(
  new RegExp(
    `\\b(?:today|tonight|tomorrow|this (?:morning|afternoon|evening|minute|hour)|right now|straight away|first thing|overnight|(?<!(?:since|last|until|till|from|every|was|were) )(?:on |next |this |by |before )?(?:${DAY})\\b|(?<!every )next (?:week|month)|the day after|(?:by|at|before|around|from|between|no later than) ${HOUR}\\b|(?:within|inside|in) (?:the |an? |half an |about |under )?(?:[\\w-]+ )?(?:minutes?|hours?|days?|weeks?|hour)|within the hour|by return|(?:on|by|before) (?:the )?\\d{1,2}(?:st|nd|rd|th)?\\b(?: (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\w*)?)`,
    'u',
  ),
);
const PAST = sign(
  /\b(?:was|were|ran|had|did|went|came|got|took|broke|left|gave|sent|said|told|made|found|fell|lost|kept|sat|stood|rang|wrote|paid|ate|thought|knew|felt|saw|yesterday|ago|earlier|since|last (?:night|week|month|year|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b/u,
);
/** Taken back, made to depend, or left open. */
const OPEN = sign(
  /\b(?:not|never|no one|nobody|nothing|none|cannot|unable|hardly|unless|whether|maybe|perhaps|possibly|probably|hopefully|might|may|could|should|ought|would have|must|supposed|try|see (?:if|what|whether|how)|eventually|sometime|whenever|if|i think|i guess|i suppose|i reckon|i expect|with luck|fingers crossed|at some|unfortunately|sadly|afraid)\b/u,
);
/** Half-promises: only with a time ahead are they any. */
const LATER = sign(
  /\b(?:circle back|get back to|be in touch|keep you (?:posted|updated)|look into|reach out|follow up|bear it in mind|take it from there|pass (?:it|that|this) on)\b/u,
);
/** Being shut, away or full is no help, and neither is what the customer is told to do about it. */
const SHUT = sign(
  /\b(?:closed?|closes|shut|away|on leave|on holiday|busy|full|fully booked|booked up|off (?:sick|today|until|till)|out of|delayed|late|behind|backlog|overdue|open|opens|opening|deadline|due back|expires?|ends?|only (?:start|come|do|deliver|send|work)|queue|wait|waiting)\b/u,
);
const TOLD = sign(
  /^(?:(?:and|so|just|then|please|well|or) )*(?:call|ring|phone|write|e-?mail|try|check|ask|contact|come back|wait|see how|give it|read|look|speak|talk|stop|do|have you|did you|are you|is it|was it|is that|what|why|how|who)\b/u,
);
/** Events in the customer's life are theirs to come, not ours to do. */
const THEIRS = sign(
  /\b(?:wedding|birthday|funeral|party|exam|test|graduation|ceremony|match|race|recital|reunion|launch|shift|everyone|every [a-z]+ (?:is|are|has|have)|everybody|everyone's|flight|trip|holiday|anniversary|christening|concert|interview|hearing|deadline|guests?|you (?:fly|leave|travel|marry|need|want|have to|must|will have to|are|were|can not|can (?:still|also|always)|rang|asked|said|wanted|expect)|your (?:\w+ )?(?:is|are|starts?|leaves?|flies|ends?))\b/u,
);

const IS = "(?:is|are|'s|am|has|have|be|been|being)";
const ADVERB = '(?:now|already|just|also|personally|all|back|both|then|therefore|gladly|currently|today|[a-z]+ly)';
/** What is done to put a thing right, as it stands after 'is', 'has been' or a noun. */
const REMEDIED =
  'torn up|scrapped|written off|blocked|lifted|struck off|refunded|reversed|cancell?ed|waived|credited|booked|ordered|reserved|fixed|repaired|replaced|mended|remade|reprinted|restored|approved|arranged|upgraded|extended|reinstated|paid|returned|posted|shipped|dispatched|packed|loaded|covered|removed|corrected|reset|unlocked|set aside|put aside|put right|sorted|scheduled|pencilled in|underway|under way';

/** 'I'm popping round', 'she'll ring', 'we're sending one', 'my colleague is going to': somebody of ours and what they are about to do. */
const DOER =
  '(?:i|we|he|she|they|it|(?:our|my|the|an?|one of (?:our|the|my)) (?:[a-z-]+ ){0,3}[a-z-]+|[a-z]+(?: from [a-z ]{2,20})?|(?:mr|mrs|ms|dr) [a-z]+)';
const ABOUT = /(?:think|say|hop|be|hav|do|try|wait|look|hear|feel|wonder|get|ask|assum|guess|miss|suffer|read|know|doubt)ing/u
  .source;

/** Shapes that need no time. */
const SURE = sign(
  new RegExp(
    [
      // our will or intention to do something, whatever it is
      `\\b(?:i|we) (?:will|shall|am going to|are going to|am about to|would (?:very much |really |also )?like to|want to|would be (?:glad|happy|delighted) to|am (?:more than )?(?:happy|glad|ready) to|are (?:more than )?(?:happy|glad|ready) to|can (?:have|let|get|fit|put)|intend to|plan to|offer to|promise to|propose to)(?: ${ADVERB})* (?!(?:be (?:sorry|glad|happy|honest|frank|looking)|never|not|try|see|think|know|say|hear|apologi[sz]e|thank|understand|believe|hope|have to|need|assume|guess|imagine|admit|stress|point|remind|repeat|clarify|emphasi[sz]e|go on|like|learn|tell you (?:how|that))\\b)[a-z]`,
      // somebody of ours will, but 'it will' may be anything
      `\\b(?:he|she|[a-z]+ from [a-z]+|(?:mr|mrs|ms|dr) [a-z]+|(?:our|my) (?:[a-z-]+ ){0,2}[a-z-]+|the (?:fitter|technician|engineer|driver|courier|manager|plumber|chef|owner|specialist|team)|a (?:fitter|technician|engineer|driver|courier|colleague|specialist|manager)) (?:will|is going to)(?: ${ADVERB})* (?!(?:be (?:sorry|fine|back|closed|away|busy|in touch)|never|not|have to|need|survive|live|get (?:used|over)|come (?:round|around)|settle|grow|forget|adjust|cope|manage|see)\\b)[a-z]`,
      `^(?:then )?will (?!not\\b|never\\b|be (?:fine|closed|sorry|back)\\b|have to\\b|see\\b)[a-z]`,
      `\\b(?:i|we) (?:am|are) (?:${ADVERB} )*(?!${ABOUT}\\b)[a-z]{3,}ing\\b`,
      // it is under way or set right
      `\\b(?:is|are|'s|has been|have been|gets?|been) (?:${ADVERB} )*(?:${REMEDIED})\\b`,
      `\\b${IS} (?:${ADVERB} )?(?:on (?:its|his|her|their|my|our|the) way|on (?:a|the) (?:\\w+ )?(?:van|truck|bike|courier|plane|train)|with you|at your (?:door|place|house|office|site)|in the post|in your (?:name|account|inbox)|yours\\b|under your name|waiting for you|ready for you|on us\\b|ours to pay|free of charge|in hand for)`,
      // what we do while they do
      `\\b(?:i|we) would (?:like|love) (?:him|her|you|them) to\\b`,
      `\\bwhile (?:i|we) (?!wait|look at)[a-z]+\\b`,
      `^(?:(?:so|and|right) )*(?:on it|consider it done|leave (?:it|that|this) (?:with|to) (?:me|us)|leave (?:it|that) there)\\b`,
      // they get something of ours
      `\\byou (?:get|will get|will have|will receive|will hear|pay nothing|owe (?:us )?nothing|can (?:have|keep|collect|pick)|are (?:booked|down|first|next))\\b(?! (?:used|over|to|what|it too))`,
      // a loan, a seat, a room of theirs
      `\\b(?:full refund|refund|replacement|new [a-z]+|loan [a-z]+|free [a-z]+|money back|credit note) (?:on|to|in|by|for|with|is|goes|coming)\\b`,
    ].join('|'),
    'u',
  ),
);

/** With a time ahead these are enough: any subject with a verb of the present, or a noun on its own. */
const PRESENT = sign(
  new RegExp(
    [
      `\\b${DOER} (?:${ADVERB} )?(?:(?!was|has|does|is|this|less|always|its|his|us|us|unless)[a-z]+[^s]s|will|${IS} (?:${ADVERB} )?(?:[a-z]+ing|[a-z]+ed|made|sent|done|built|on|in|at|with|there|round|ready|free|good|yours|over|out|off to|up)|come|go|leave|arrive|start|bring|meet|fit|get|collect|deliver|follow|land|send|ship|call|ring|pay|move|open it|swap|do)\\b`,
      `\\b(?:works|work|suits|fits|is (?:good|fine|free)) (?:for|with) (?:him|her|them|us|me|the|our)\\b`,
      // 'new lenses on Wednesday', 'engineer on site today', 'arrival tonight'
      `^(?:(?:and|so|then|plus) )?(?:(?:an?|the|your|full|new|two|three|one|\\d+|another|first) ){0,2}(?!(?:since|last|until|every|from|with|when|if|on|at|by|in|before|after|not|yes|no|so|closed|open|pressure|lost|down|broken)\\b)[a-z-]+(?: [a-z-]+){0,4} (?:(?:at \\d+ )?(?:today|tonight|tomorrow)|on (?:the )?(?:${DAY}|\\d)|by|before|between|first thing|within|this|next|${DAY})\\b`,
    ].join('|'),
    'u',
  ),
);

/** What follows hangs on luck ('if somebody cancels, you can have it'); 'if it is the pump, he swaps it' does not. */
const LUCK = sign(/^(?:(?:and|but|so) )?(?:if|unless|provided|assuming) (?:some|any|no|nothing|one |a |an )/u);

/** 'No later than six', 'if you like': neither takes a promise back. */
const IN_PASSING =
  /\b(?:not|never) (?:later|more) than\b|\bno (?:later|charge|cost|fee)\b|\bif (?:you like|that suits|you (?:agree|prefer|want))\b/gu;
const SAID_IN_PASSING = sign(new RegExp(IN_PASSING.source, 'u'));

const CLAUSE = /[,;:()\n]|\.\s| (?:and|but|so|because|although|though|while(?= the)|as soon as) /gu;

interface Place {
  readonly start: number;
  readonly end: number;
}

const known = new WeakMap<Sentence, Place[]>();

/** `englishPromises` of a sentence of the draft, read once; `text` is its normal text. */
export function promisesOfSentence(sentence: Sentence, text: string): readonly Place[] {
  const before = known.get(sentence);
  if (before) return before;
  const places = englishPromises(text, sentence.isQuestion);
  known.set(sentence, places);
  return places;
}

/** The clauses of a sentence of the normal text that say what we do; places count from the sentence's start. */
export function englishPromises(sentence: string, isQuestion: boolean): Place[] {
  if (isQuestion) return [];
  const text = plainSpaces(sentence);
  const found: Place[] = [];
  let start = 0;
  let before = '';
  const judge = (end: number): void => {
    const clause = text.slice(start, end).trim();
    const hangs = LUCK.test(before);
    before = clause;
    if (!hangs && isPromise(clause))
      found.push({ start: start + (text.slice(start, end).length - text.slice(start, end).trimStart().length), end });
  };
  for (const { index, 0: mark } of text.matchAll(CLAUSE)) {
    if (/\d/u.test(text[index - 1] ?? '') && /\d/u.test(text[index + 1] ?? '')) continue;
    judge(index);
    start = index + mark.length;
  }
  judge(text.length);
  return found;
}

function isPromise(clause: string): boolean {
  if (clause.length < 5 || TOLD.test(clause)) return false;
  const bare = SAID_IN_PASSING.test(clause) ? clause.replace(IN_PASSING, ' ') : clause;
  if (OPEN.test(bare)) return false;
  if (SURE.test(bare)) return !LATER.test(bare) || AHEAD.test(bare);
  if (PAST.test(bare) || SHUT.test(bare) || THEIRS.test(bare)) return false;
  return AHEAD.test(bare) && PRESENT.test(bare);
}
