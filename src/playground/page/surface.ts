import type { Block, Source, UsedAction, ViewValues } from '../protocol.ts';
import type { Option } from './api.ts';
import { askConfirm } from './confirm.ts';
import type { State } from './state.ts';

/** Where blocks are drawn: a message, a modal or the Home tab, and what using an element does there. */
export interface Surface {
  readonly state: State;
  readonly source: Source;
  /** What has been chosen and typed so far, as Slack reports it. Survives a redraw. */
  readonly values: ViewValues;
  /** Resolves when the server has taken it; tells the person about a refusal by itself. */
  use(action: UsedAction): Promise<void>;
  suggest(actionId: string, blockId: string, query: string): Promise<readonly Option[]>;
}

/** The place of one interactive element. */
export interface Spot {
  readonly surface: Surface;
  readonly blockId: string;
  /** Attributes that tie a form field to its label, hint and error. */
  readonly field?: Record<string, string | undefined>;
  /** Fields of an input block are sent with the form; everything else at once. */
  readonly live: boolean;
}

export type Drawer = (element: Block, spot: Spot) => HTMLElement;

/** The value an element has now: what was chosen here before, or what the bot set. */
export function currentValue(element: Block, spot: Spot): Record<string, unknown> | undefined {
  const kept = spot.surface.values[spot.blockId]?.[element.action_id];
  if (typeof kept !== 'object' || kept === null || !('type' in kept) || kept.type !== element.type) return undefined;
  return { ...kept };
}

export function keepValue(element: Block, spot: Spot, value: Record<string, unknown>): void {
  const block = spot.surface.values[spot.blockId] ?? {};
  block[element.action_id] = { type: element.type, ...value };
  spot.surface.values[spot.blockId] = block;
}

/** Keeps a new value and, on a live spot, tells the bot. False: the person declined the confirmation. */
export async function settle(element: Block, spot: Spot, value: Record<string, unknown>): Promise<boolean> {
  if (element.confirm && !(await askConfirm(element.confirm, spot.surface.state))) return false;
  keepValue(element, spot, value);
  if (spot.live) await use(element, spot, value);
  return true;
}

export function use(element: Block, spot: Spot, value: Record<string, unknown>): Promise<void> {
  return spot.surface.use({
    block_id: spot.blockId,
    action_id: String(element.action_id ?? ''),
    type: String(element.type),
    ...value,
  });
}
