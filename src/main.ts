// What `npm start` and `npx aftercare …` run. Each command loads what it needs.
import { type CliTable, runCli } from './cli/run-cli.ts';

const commands: CliTable = {
  start: {
    usage: '',
    about: 'starts the bot; without tokens a playground',
    load: async () => (await import('./cli/start.ts')).startCommand,
  },
  import: {
    usage: 'FILE [--as MAIL-OR-NAME] [--workspace ID] [--dry-run] [--yes]',
    about: 'brings in customers and purchases from a file',
    load: async () => (await import('./cli/import.ts')).importCommand,
  },
  review: {
    usage: '[FILE] [--complaint FILE] [--lang en|zh|ko] [--json | --jsonl]',
    about: 'says whether a reply to a complaint can be sent',
    load: async () => (await import('./cli/review/command.ts')).reviewCommand,
  },
  doctor: {
    usage: '',
    about: 'makes real calls and says what is missing',
    load: async () => (await import('./cli/doctor.ts')).doctorCommand,
  },
  manifests: {
    usage: '[--check]',
    about: 'writes the manifests of the chat apps',
    load: async () => (await import('./cli/manifests.ts')).manifestsCommand,
  },
};

process.exit(await runCli(process.argv.slice(2), commands));
