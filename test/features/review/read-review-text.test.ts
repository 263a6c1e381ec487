import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReviewText } from '../../../src/features/review/read-review-text.ts';
import { anyText } from '../../support/any-text.ts';

const cases: readonly [text: string, draft: string, complaint: string | undefined][] = [
  ['Just a reply.', 'Just a reply.', undefined],
  ['customer: It leaks.\nreply: I am sorry.', 'I am sorry.', 'It leaks.'],
  [
    'Customer wrote:\nIt leaks.\nSince Monday.\n\nMy reply:\nI am sorry.\nHannah',
    'I am sorry.\nHannah',
    'It leaks.\nSince Monday.',
  ],
  ['reply: I am sorry.\ncustomer: It leaks.', 'I am sorry.', 'It leaks.'],
  ['I am sorry.\ncustomer: It leaks.', 'I am sorry.', 'It leaks.'],
  ['고객: 물이 새요.\n답장: 죄송합니다.', '죄송합니다.', '물이 새요.'],
  ['고객 말씀：물이 새요.\n답변：죄송합니다.', '죄송합니다.', '물이 새요.'],
  ['客户：漏水了。\n回复：对不起。', '对不起。', '漏水了。'],
  ['客戶原話：漏水了。\n回覆：對不起。', '對不起。', '漏水了。'],
  ['> It leaks.\n> Since Monday.\n\nI am sorry.', 'I am sorry.', 'It leaks.\nSince Monday.'],
  ['> It leaks.', '', 'It leaks.'],
  ['customer: It leaks.', '', 'It leaks.'],
  // Not at the beginning of a line, or without a colon, it is part of the reply.
  ['As a customer: you are right.', 'As a customer: you are right.', undefined],
  ['Customer service is sorry.', 'Customer service is sorry.', undefined],
  ['Reply: I am sorry.', 'Reply: I am sorry.', undefined],
  ['I am sorry.\n> It leaks.', 'I am sorry.\n> It leaks.', undefined],
];

describe('what is the reply, and what did the customer write', () => {
  test.each(cases)('%j', (text, draft, complaint) => {
    expect(readReviewText(text)).toEqual(complaint === undefined ? { draft } : { draft, complaint });
  });
});

test('nothing that was typed gets lost', () => {
  fc.assert(
    fc.property(anyText(200), anyText(200), (complaint, draft) => {
      const read = readReviewText(`customer: ${complaint}\nreply: ${draft}`);
      const letters = (text: string) => text.replace(/(?:customer|reply)|[\s:：>]/giu, '');
      fc.pre(!/[:：]/.test(complaint + draft));
      expect(letters((read.complaint ?? '') + read.draft)).toBe(letters(complaint + draft));
    }),
  );
});
