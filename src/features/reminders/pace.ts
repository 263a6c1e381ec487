/**
 * How fast a workspace is written to, so that a morning in a large one does not run into limits all day. Slack: one message a
 * second in a conversation, "several hundred" a minute in a workspace, short bursts tolerated. Teams allows more.
 */
const burst = 50;
const perSecond = 5;

export interface Addressed {
  readonly workspaceId: string;
  readonly personId: string;
}

/** Whole seconds that each has to wait, in the order given. */
export function pace(messages: readonly Addressed[]): readonly number[] {
  const before = new Map<string, number>();
  const place = (key: string) => {
    const count = before.get(key) ?? 0;
    before.set(key, count + 1);
    return count;
  };
  return messages.map(({ workspaceId, personId }) => {
    const inWorkspace = place(workspaceId);
    const inConversation = place(`${workspaceId}:${personId}`);
    return Math.max(inConversation, Math.ceil((inWorkspace + 1 - burst) / perSecond), 0);
  });
}
