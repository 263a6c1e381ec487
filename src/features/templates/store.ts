import { z } from 'zod';
import type { NewId } from '../../app/ids.ts';
import type { Template } from '../../coach/templates.ts';
import type { LanguageCode } from '../../languages/index.ts';
import type { Reads, Tx } from '../../store/index.ts';
import { type SlotLine, slotLine } from './read-template.ts';

export interface TeamTemplate extends Template {
  readonly name: string;
}

const stored = z.array(slotLine);
/** In place of a row of the playbook. */
const source = 'team';

/** The team's own, the newest first: that one is used for its language. */
export async function listTemplates(data: Reads): Promise<readonly TeamTemplate[]> {
  const rows = await data.db.replyTemplate.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
  return rows.map(({ id, name, language, slots }) => ({
    id,
    name,
    language,
    tone: 'warm',
    source,
    slots: stored.parse(slots),
  }));
}

export interface NewTemplate {
  readonly id: string;
  readonly name: string;
  readonly language: LanguageCode;
  readonly slots: readonly SlotLine[];
}

export async function addTemplate(tx: Tx, template: NewTemplate, now: Date): Promise<void> {
  const { workspaceId } = tx;
  await tx.db.replyTemplate.create({ data: { workspaceId, ...template, slots: [...template.slots], createdAt: now } });
}

export async function removeTemplate(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.db.replyTemplate.deleteMany({ where: { id } });
  return count > 0;
}

/** Every copy opens the team's coach anew after this. */
export async function renewCoach(tx: Tx, newId: NewId): Promise<void> {
  await tx.db.workspace.updateMany({ data: { coachVersion: newId() } });
}
