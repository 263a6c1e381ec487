/**
 * Slack's limits, in characters or pieces. Those that the comments of `@slack/types` tell are compared with them in
 * test/contract/blocks; the others are marked.
 */
export const limits = {
  /** Not in the types: Slack's page on messages. */
  blocksInMessage: 50,
  blocksInView: 100,
  /** Not in the types: above about 13,000 characters in all blocks Slack answers `msg_blocks_too_long`. */
  charactersInMessage: 12_000,
  /** Not in the types: a view may have 250 kB, and a character up to three bytes. */
  charactersInView: 50_000,
  /** Not in the types: Slack advises against a longer notification. */
  fallback: 3000,
  header: 150,
  /** A text object. For `rich_text`, which states none, we keep the same. */
  text: 3000,
  altText: 2000,
  url: 3000,
  elementsInActions: 25,
  actionId: 255,
  buttonLabel: 75,
  buttonValue: 2000,
  options: 100,
  optionGroups: 100,
  optionLabel: 75,
  /** Slack's pages say 150 by now; the types still 75. */
  optionValue: 75,
  placeholder: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  blockId: 255,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3000,
  inputLabel: 2000,
  inputHint: 2000,
  inputText: 3000,
} as const;
