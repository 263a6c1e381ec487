/** The look of Teams for `adaptivecards`. Colours are custom properties, so that a card follows the theme without being drawn anew. */

const colour = (name: string) => ({ default: `var(--card-${name})`, subtle: `var(--card-${name}-soft)` });

const foregroundColors = {
  default: colour('text'),
  dark: colour('text'),
  light: colour('text'),
  accent: colour('accent'),
  good: colour('good'),
  warning: colour('warning'),
  attention: colour('attention'),
};

const fontSizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
const fontWeights = { lighter: 200, default: 400, bolder: 600 };

export const hostConfig = {
  supportsInteractivity: true,
  fontTypes: {
    default: { fontFamily: 'var(--font)', fontSizes, fontWeights },
    monospace: { fontFamily: 'var(--mono)', fontSizes, fontWeights },
  },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--card-line)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: { backgroundColor: 'transparent', foregroundColors },
    emphasis: { backgroundColor: 'var(--card-emphasis)', foregroundColors },
    accent: { backgroundColor: 'var(--card-emphasis)', foregroundColors },
    good: { backgroundColor: 'var(--card-emphasis)', foregroundColors },
    attention: { backgroundColor: 'var(--card-emphasis)', foregroundColors },
    warning: { backgroundColor: 'var(--card-emphasis)', foregroundColors },
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'default', color: 'default', size: 'default', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'default', color: 'default', size: 'default' },
    },
    errorMessage: { size: 'small', color: 'attention' },
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'default' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
  adaptiveCard: { allowCustomStyle: false },
  imageSet: { imageSize: 'medium', maxImageHeight: 100 },
  factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
  textBlock: { headingLevel: 2 },
};
