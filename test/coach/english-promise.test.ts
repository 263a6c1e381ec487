import { describe, expect, it } from 'vitest';
import { englishPromises } from '../../src/coach/english-promise.ts';
import { normalise } from '../../src/coach/normalise.ts';

const promises = (text: string, isQuestion = false): string[] => {
  const normal = normalise(text).text;
  return englishPromises(normal, isQuestion).map(({ start, end }) => normal.slice(start, end));
};

describe('a promise is read from its shape', () => {
  it.each([
    'The glazier’s with you Thursday.',
    'Thursday works for the glazier.',
    'New hinges go out tonight.',
    'New hinges on Friday the 9th.',
    'Glazier on site tomorrow between 8 and 9.',
    'Your deposit is returned as of today.',
    'I’d like to mend it in front of you.',
    'Mrs Okafor tunes it on Monday at 4.',
    'She’ll be there.',
    'I’m nipping over this afternoon.',
    'You get the spare one meanwhile.',
    'The loan car is on its way.',
  ])('%s', (text) => expect(promises(text)).toHaveLength(1));

  it.each([
    'The party was on Friday at 6.',
    'It has been dripping since Monday.',
    'The workshop is closed until Monday.',
    'Maybe the glazier comes on Monday.',
    'I will see what can be done.',
    'Call again tomorrow.',
    'If the part comes on Monday.',
    'We will not send one tomorrow.',
    'Your wedding is on Saturday.',
    'You have to be there by nine.',
    'I would like to understand.',
  ])('no promise: %s', (text) => expect(promises(text)).toEqual([]));

  it('asks nothing back and promises nothing in a question', () =>
    expect(promises('Will you come by tomorrow?', true)).toEqual([]));

  it('reads clause by clause', () => {
    expect(promises('I can’t open it here, but I’ll take it to the maker on Tuesday.')).toEqual([
      'i will take it to the maker on tuesday.',
    ]);
  });
});
