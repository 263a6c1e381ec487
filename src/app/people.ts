import { z } from 'zod';
import type { LanguageCode } from '../languages/index.ts';

export const roleSchema = z.enum(['rep', 'manager', 'admin']);
export type Role = z.infer<typeof roleSchema>;

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly language: LanguageCode;
  readonly zone: string;
  readonly country: string | undefined;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Absent: a member of the chat workspace whom nobody has let in yet. */
  readonly role: Role | undefined;
  readonly zone: string;
  readonly language: LanguageCode;
  readonly welcomed: boolean;
}
