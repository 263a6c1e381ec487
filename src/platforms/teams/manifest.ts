/** What the Teams app is made of; the commands come from the app's own list. */
export interface TeamsManifestParts {
  /** Application (client) id of the bot's registration, a GUID. */
  readonly appId: string;
  readonly version: string;
  readonly publicUrl: string;
  readonly description: AppDescription;
  /** What can be typed; the first ten are offered in a list. */
  readonly commands: readonly OfferedCommand[];
  /** From the menu of a message, and from the box where one is written. */
  readonly actions: readonly MessageAction[];
  /** The same words for people whose Teams speaks another language, by Teams' language tag. */
  readonly others: Readonly<Record<string, LocalWords>>;
}

export interface AppDescription {
  readonly short: string;
  readonly full: string;
}

export interface OfferedCommand {
  readonly title: string;
  readonly description: string;
}

export interface MessageAction extends OfferedCommand {
  readonly id: string;
  readonly context: readonly ('message' | 'compose')[];
}

/** In the order of the manifest's own lists. */
export interface LocalWords {
  readonly description: AppDescription;
  readonly commands: readonly OfferedCommand[];
  readonly actions: readonly OfferedCommand[];
}

/** Teams' manifest schema 1.19; not a preview. */
export const limits = { commands: 10, title: 32, description: 128, short: 80, full: 4_000, name: 30 } as const;

const inLists = <Item>(items: readonly Item[]): readonly Item[] => items.slice(0, limits.commands);
const clipped = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);

const offered = ({ title, description }: OfferedCommand) => ({
  title: clipped(title, limits.title),
  description: clipped(description, limits.description),
});

/** The app's manifest; the address of the bot itself is kept at Azure Bot, not here. */
export function teamsManifest({ appId, version, publicUrl, description, commands, actions, others }: TeamsManifestParts) {
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json',
    manifestVersion: '1.19',
    version,
    id: appId,
    developer: {
      name: 'Aftercare',
      websiteUrl: `${publicUrl}/support`,
      privacyUrl: `${publicUrl}/privacy`,
      termsOfUseUrl: `${publicUrl}/terms`,
    },
    name: { short: 'Aftercare', full: 'Aftercare: after-sales follow-up' },
    description,
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: Object.keys(others).map((languageTag) => ({ languageTag, file: localFile(languageTag) })),
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1F4E5F',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: true,
        isNotificationOnly: false,
        commandLists: [{ scopes: ['personal', 'team', 'groupChat'], commands: inLists(commands).map(offered) }],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: actions.map(({ id, context, ...words }) => ({
          id,
          type: 'action',
          context: [...context],
          ...offered(words),
          fetchTask: true,
        })),
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [],
  };
}

export const localFile = (languageTag: string): string => `${languageTag}.json`;

/** The words of the manifest in another language, by the paths that Teams names them. */
export function teamsLocalization({ description, commands, actions }: LocalWords) {
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.Localization.schema.json',
    'name.short': 'Aftercare',
    'description.short': description.short,
    'description.full': description.full,
    ...paths('bots[0].commandLists[0].commands', inLists(commands)),
    ...paths('composeExtensions[0].commands', actions),
  };
}

const paths = (list: string, words: readonly OfferedCommand[]): Record<string, string> =>
  Object.fromEntries(
    words.map(offered).flatMap(({ title, description }, at) => [
      [`${list}[${at}].title`, title],
      [`${list}[${at}].description`, description],
    ]),
  );
