/**
 * Limits of Teams and its Adaptive Cards, in UTF-16 units or pieces. Microsoft states few: those marked are its own,
 * the others keep a card readable on a phone.
 */
export const limits = {
  /** UTF-16 units of a card as JSON. Microsoft: a bot's message should stay within 80 kB of them; what is around the card takes some. */
  card: 36_000,
  heading: 200,
  text: 4_000,
  /** Teams cuts a longer notification. */
  fallback: 1_000,
  altText: 500,
  url: 2_000,
  buttonLabel: 60,
  /** Microsoft: more actions than these in a set are not drawn. */
  actionsInSet: 6,
  /** More choices than this stand in a list instead of as buttons. */
  choicesAsButtons: 6,
  choices: 500,
  choiceLabel: 120,
  placeholder: 150,
  label: 300,
  hint: 500,
  inputText: 4_000,
  formTitle: 60,
} as const;
