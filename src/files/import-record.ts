import type { Problem, Remark } from './problem.ts';
import type { CalendarDate } from './read-date.ts';

/** One line of a file, understood. Texts are trimmed, in Unicode form C, and without line breaks except in `note`. */
export interface ImportRecord {
  readonly line: number;
  readonly customer: {
    readonly name: string;
    readonly company?: string;
    /** As written; `phoneKey` compares. */
    readonly phone?: string;
    /** As written; `emailKey` compares. */
    readonly email?: string;
    /** ISO 3166, two letters. */
    readonly country?: string;
    /** Language tag in lower case, for example `ko` or `zh-cn`. */
    readonly language?: string;
    readonly birthday?: CalendarDate;
    /** Its month and day are those of the lunar calendar. */
    readonly birthdayLunar?: true;
    readonly tier?: 'A' | 'B' | 'C';
    readonly note?: string;
    readonly externalId?: string;
  };
  readonly purchase?: {
    /** Empty where a HubSpot contact became a customer and the export does not say with what. */
    readonly product: string;
    readonly boughtOn: CalendarDate;
    readonly externalId?: string;
    /** Of the whole line: price times quantity. */
    readonly amount?: number;
    readonly currency?: string;
    readonly quantity?: number;
  };
  /** Name or mail, as the file has it. */
  readonly rep?: string;
  readonly remarks?: readonly Remark[];
}

/** A line with several faults gives several problems; a line with any gives no record. */
export type ReadLine =
  | { readonly line: number; readonly record: ImportRecord }
  | { readonly line: number; readonly problem: Problem };
