import { extname } from 'node:path';
import type { Cloud } from './cloud.ts';
import type { Json } from './json.ts';
import type { StoredFile } from './workspace.ts';

export const FILES_PATH = '/playground/slack/files/';

const TYPES: Readonly<Record<string, readonly [mimetype: string, pretty: string]>> = {
  csv: ['text/csv', 'CSV'],
  tsv: ['text/tab-separated-values', 'TSV'],
  txt: ['text/plain', 'Plain Text'],
  png: ['image/png', 'PNG'],
  jpg: ['image/jpeg', 'JPEG'],
  pdf: ['application/pdf', 'PDF'],
  json: ['application/json', 'JSON'],
};

/** A file object as Slack sends it. `url_private` answers to the bot's token only. */
export function fileJson(cloud: Cloud, file: StoredFile): Json {
  const extension = extname(file.name).slice(1).toLowerCase();
  const [mimetype, pretty] = TYPES[extension] ?? ['application/octet-stream', 'Binary'];
  const url = `${cloud.publicUrl()}${FILES_PATH}${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype,
    filetype: extension || 'binary',
    pretty_type: pretty,
    user: file.user,
    user_team: cloud.workspace.people.get(file.user)?.stranger?.team ?? cloud.workspace.team.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: url,
    url_private_download: `${url}?download`,
    permalink: `https://${cloud.workspace.team.domain}.slack.com/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    channels: file.channels.filter((id) => !id.startsWith('D')),
    groups: [],
    ims: file.channels.filter((id) => id.startsWith('D')),
    has_rich_preview: false,
    file_access: 'visible',
  };
}
