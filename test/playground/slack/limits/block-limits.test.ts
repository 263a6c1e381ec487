import { expect, test } from 'vitest';
import { LIMITS, type Limit } from '../../../../src/playground/slack/limits/block-limits.ts';
import { statedLimits } from './type-comments.ts';

/** Blocks and elements that the playground does not draw, so it refuses them whole. */
const NOT_OURS = /^(CardBlock|CarouselBlock|ContainerBlock|ContextActionsBlock|FeedbackButtons|IconButton|WorkflowButton)\./;

/** Where the comments are behind Slack's own reference. */
const REFERENCE_SAYS: Readonly<Record<string, Limit>> = {
  'OptionDescriptor.value': { length: 150 },
};

const stated = statedLimits();

test('the comments are read: dozens of maxima are found', () => {
  expect(stated.length).toBeGreaterThan(50);
});

test.each(stated.filter(({ member }) => !NOT_OURS.test(member)))(
  '$member is what @slack/types states',
  ({ member, length, items }) => {
    const ours: Limit | undefined = (LIMITS as Readonly<Record<string, Limit>>)[member];
    expect(ours).toEqual(
      REFERENCE_SAYS[member] ?? { ...(length !== undefined && { length }), ...(items !== undefined && { items }) },
    );
  },
);

test('no limit of ours is made up', () => {
  const members = new Set(stated.map(({ member }) => member));
  expect(Object.keys(LIMITS).filter((member) => !members.has(member))).toEqual([]);
});
