import { kept } from './kept.ts';
import { plainSpaces } from './normalise.ts';
import { signs } from './sign.ts';

const sign = signs.en;

/**
 * Whether an English sentence feels with the customer without a word for a feeling: it says what the thing meant, what it took
 * from them, or that nobody should go through it.
 */
const FEELS = sign(
  new RegExp(
    [
      // nobody should have to; it is not something anyone ought to go through
      '\\b(?:nobody|no one|no (?:child|parent|family|guest|mother|father|bride|patient|driver|owner|customer|artist|[a-z]+)) (?:should|ought to)(?: (?:ever|have to))* (?!expect|assume|rely|use|put|touch|leave|open)[a-z]+',
      '\\b(?:not|hardly|never) (?:something|what|a thing|how|the way|the sort of thing) (?:anyone|anybody|any [a-z]+|you|a [a-z]+) (?:should|ought|deserves?|needs?|wants?|hopes?)\\b',
      // what it meant: the only one, once, for years, since
      '\\b(?:only one|only [a-z]+|no other (?:one|[a-z]+)|nothing else) .{0,40}\\b(?:(?:he|she|they|you) (?:ever )?(?:had|has|have|signed|made|wore|gave|left)|will do|would do)\\b',
      '\\b(?:has been|have been|been) (?:counting down|looking forward|saving|waiting|hoping|dreaming|practising|practicing|planning|rehearsing)\\b',
      '\\b(?:never|not) just an? [a-z]+',
      '\\b(?:has|have) been (?:with|through) .{0,30}\\b(?:him|her|them|you)\\b',
      // what it took
      '\\b(?:does not|did not|do not) even (?:get|last|let|leave|cover|reach)\\b|\\blet alone\\b',
      '\\b(?:torn|stolen|taken|gone|ripped|cut) (?:out of|from|away from) (?:the only|your|his|her|their|you)\\b',
      '\\b(?:more than (?:anyone|anybody|a person)|on top of (?:that|it|everything|all)|of all (?:days|nights|times|people|things)|as if .{2,30} (?:were not|was not) enough|without [a-z ]{2,25} landing on top)\\b',
      // a verdict on it: 'that is brutal'
      '(?:^|[,;:] |\\bi know )(?:that|this|it) (?:is|must be|was) (?:so |just |really |plain |simply |pretty |nothing short of |beyond |no way |no )?(?:brutal|rough|cruel|maddening|galling|grim|crushing|scary|exhausting|gutting|sickening|unfair|wrong on|hell|torture|gross|nasty|tough|lonely|a lot|too much)\\b',
      '\\b(?:humiliation|indignity|disgrace|heartbreak|agony|heartache|cruelty|misery|gut punch|kick in the teeth|slap in the face)\\b',
      // we put ourselves there
      '\\b(?:my|our) (?:stomach|heart|blood) (?:turn|sink|sank|drop|break|broke|ran|runs|aches?)(?:s|ed)?\\b',
      "\\b(?:i|we|i have|anyone) (?:would|'d) (?:be|have been) (?:out of (?:my|our|their) (?:mind|head)|shouting|screaming|livid|in tears|beside (?:myself|ourselves)|climbing the walls|the same)\\b",
      '\\b(?:when|if) i (?:picture|imagine|think of) (?:that|you|her|him|them|it)\\b',
      '\\bi know (?:how|what) .{2,30} (?:means?|meant|is|was|costs?) (?:to you|to her|to him|to them)\\b|\\bi know how (?:precious|dear|hard|much)\\b',
      '\\bi do not have (?:the )?words\\b|\\bno words\\b|\\bthank god\\b|\\bthank goodness\\b',
      '\\bi would be [a-z]+ing\\b|\\bnothing worse\\b|\\bworst (?:fear|nightmare)\\b|\\b(?:moment|thing|sight) (?:you|nobody|no one) (?:do not|never|will not|ever) forgets?\\b',
      '\\bhow much (?:depends|rides|hangs|rested|hung|depended|hinges) on\\b|\\b(?:you|she|he|they) trusted us\\b|\\band (?:then )?(?:nobody|no one) (?:came|rang|answered|called)\\b',
      '^(?:so )?no [a-z]+, no [a-z]+\\b',
      '\\bi get why (?:that|it|this|you)\\b',
    ].join('|'),
    'u',
  ),
);
/** Turned against them in the same breath. */
const TURNED = sign(
  /\b(?:but|however|though|unfortunately|(?<!(?:never|not) )(?:only|just) an?|calm|relax|exaggerat\w+|everyone|everybody)\b/u,
);

export const englishFeels = kept((sentence: string): boolean => {
  const text = plainSpaces(sentence);
  return FEELS.test(text) && !TURNED.test(text);
});
