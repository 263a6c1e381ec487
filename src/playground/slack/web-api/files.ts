import type { Cloud } from '../cloud.ts';
import { postMessage } from '../conversations.ts';
import { FILES_PATH, fileJson } from '../file-json.ts';
import { newId } from '../ids.ts';
import { isJson, listOf, textOf } from '../json.ts';
import { parseBlocks } from './content.ts';
import { postableConversation } from './find-conversation.ts';
import { jsonArg, type Method, numberArg, textArg } from './method.ts';
import { SlackError } from './slack-error.ts';

export const UPLOAD_PATH = `${FILES_PATH}upload/`;

export const fileMethods: Readonly<Record<string, Method>> = {
  'files.info': {
    scopes: ['files:read'],
    run(cloud, args) {
      const file = cloud.workspace.files.get(textArg(args, 'file'));
      if (!file || !isVisible(cloud, file)) throw new SlackError('file_not_found');
      return { file: fileJson(cloud, file), comments: [], response_metadata: { next_cursor: '' } };
    },
  },
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    run(cloud, args) {
      const name = textArg(args, 'filename');
      const length = numberArg(args, 'length');
      if (name === '' || length === undefined || length <= 0) throw new SlackError('invalid_arguments');
      const id = newId('F');
      cloud.uploads.set(id, { name, length });
      return { file_id: id, upload_url: `${cloud.publicUrl()}${UPLOAD_PATH}${id}` };
    },
  },
  'files.completeUploadExternal': {
    scopes: ['files:write'],
    run(cloud, args) {
      const wanted = listOf(jsonArg(args, 'files', 'invalid_arguments')).filter(isJson);
      if (wanted.length === 0) throw new SlackError('invalid_arguments');
      const files = wanted.map((entry) => {
        const file = cloud.workspace.files.get(textOf(entry.id));
        if (!file) throw new SlackError('file_not_found');
        if (textOf(entry.title) !== '') file.title = textOf(entry.title);
        return file;
      });
      const channels = (textArg(args, 'channel_id') || textArg(args, 'channels')).split(',').filter((id) => id !== '');
      const blocks = parseBlocks(jsonArg(args, 'blocks', 'invalid_blocks_format'));
      for (const id of channels) {
        const conversation = postableConversation(cloud, id);
        for (const file of files) file.channels.push(conversation.id);
        postMessage(cloud, conversation, {
          user: cloud.workspace.bot.userId,
          text: textArg(args, 'initial_comment'),
          blocks,
          subtype: 'file_share',
          files: files.map((file) => file.id),
          thread: textArg(args, 'thread_ts') || undefined,
        });
      }
      return { files: files.map((file) => fileJson(cloud, file)) };
    },
  },
};

/** The bot sees its own files and those shared where it is a member. */
export function isVisible(cloud: Cloud, file: { readonly user: string; readonly channels: readonly string[] }): boolean {
  const { bot, conversations } = cloud.workspace;
  return file.user === bot.userId || file.channels.some((id) => conversations.get(id)?.members.includes(bot.userId));
}
