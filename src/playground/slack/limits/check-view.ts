import { z } from 'zod';
import { isJson, type Json, listOf } from '../json.ts';
import { EXTERNAL_ID, LIMITS } from './block-limits.ts';
import { blockProblems } from './check-blocks.ts';
import { slackWording } from './slack-wording.ts';
import { plainText } from './text-schemas.ts';

const shared = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(LIMITS['BaseView.private_metadata'].length).optional(),
  callback_id: z.string().max(LIMITS['BaseView.callback_id'].length).optional(),
  external_id: z.string().max(EXTERNAL_ID).optional(),
};

const modalSchema = z.strictObject({
  type: z.literal('modal'),
  ...shared,
  title: plainText(LIMITS['ModalView.title'].length),
  close: plainText(LIMITS['ModalView.close'].length).optional(),
  submit: plainText(LIMITS['ModalView.submit'].length).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
});

const homeSchema = z.strictObject({ type: z.literal('home'), ...shared });

/** Why Slack would refuse this view, in its words; empty where it would not. */
export function viewProblems(view: Json, type: 'modal' | 'home'): string[] {
  const parsed = type === 'modal' ? modalSchema.safeParse(view) : homeSchema.safeParse(view);
  const problems = parsed.success ? [] : slackWording(parsed.error.issues, view, '/view');
  const blocks = listOf(view.blocks);
  problems.push(...blockProblems(blocks, type, '/view/blocks'));
  const hasInput = blocks.some((block) => isJson(block) && block.type === 'input');
  if (type === 'modal' && hasInput && view.submit === undefined) {
    problems.push('[ERROR] missing required field: submit [json-pointer:/view]');
  }
  return problems;
}
