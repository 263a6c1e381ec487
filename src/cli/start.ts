import { settingsFromEnvironment } from '../config.ts';
import { type Handler, startHttp } from '../http.ts';
import { openEmbedded } from '../store/embedded-database.ts';
import type { CliCommand } from './command.ts';
import { noArguments } from './run-cli.ts';

/** An embedded database takes a thread of its own a second to open, and loading the bot takes as long: both at once. */
export const startCommand: CliCommand = async (args) => {
  noArguments(args);
  const settings = settingsFromEnvironment();
  const handlers: Handler[] = [];
  const http = await startHttp(settings.host, settings.port, handlers);
  let database: ReturnType<typeof openEmbedded> | undefined;
  if (settings.databaseUrl === undefined) {
    process.stderr.write('Aftercare: opening the database (the first time takes some seconds) …\n');
    database = openEmbedded({ folder: settings.dataFolder });
    // Whoever waits for it is told what went wrong.
    database.catch(() => {});
  }
  const { runBot } = await import('../bot.ts');
  return runBot({ settings, http, handlers, database });
};
