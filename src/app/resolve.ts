import type { Inbound } from '../chat/platform.ts';
import { type CommandWord, languages } from '../languages/index.ts';
import type { Command, Feature } from './feature.ts';

export interface Commands {
  /** Which command the inbound means, and the inbound with the command's own text. */
  resolve(inbound: Inbound): { readonly command: Command; readonly inbound: Inbound } | undefined;
  readonly all: readonly Command[];
}

/** Plain words that name a command, in every language, longest first. */
function spokenNames(byWord: ReadonlyMap<CommandWord, Command>) {
  const names: { readonly name: string; readonly command: Command }[] = [];
  for (const words of Object.values(languages)) {
    for (const [word, command] of byWord) {
      for (const name of words.commands[word].names) names.push({ name: name.toLowerCase(), command });
    }
  }
  return names.sort((a, b) => b.name.length - a.name.length);
}

/** A name ends at a space, a sign or the end of the text; in Chinese and Korean it may run into the next word. */
const runsOn = /[\p{Script=Latin}\p{Nd}_-]/u;

export function collectCommands(features: readonly Feature[]): Commands {
  const all = features.flatMap((feature) => feature.commands ?? []);
  const byName = new Map<string, Command>();
  const byWord = new Map<CommandWord, Command>();
  for (const command of all) {
    if (byName.has(command.name)) throw new Error(`Two commands are called ${command.name}`);
    byName.set(command.name, command);
    if (command.word) byWord.set(command.word, command);
  }
  const names = spokenNames(byWord);

  const resolveText = (inbound: Inbound) => {
    const text = inbound.text.trim().replace(/^\//, '');
    const lower = text.toLowerCase();
    const hit = names.find(
      ({ name }) => lower.startsWith(name) && !(runsOn.test(name.at(-1) ?? '') && runsOn.test(lower.charAt(name.length))),
    );
    if (!hit) return undefined;
    const rest = text.slice(hit.name.length).replace(/^[\s:：,，]+/, '');
    return routed(hit.command, { ...inbound, text: rest });
  };

  const routed = (command: Command, inbound: Inbound) => {
    const to = command.route?.(inbound.text.trim(), inbound);
    const meant = to === undefined ? command : byName.get(to);
    if (!meant) throw new Error(`${command.name} leads to ${to}, which is not there`);
    return { command: meant, inbound: { ...inbound, command: meant.name } };
  };

  return {
    all,
    resolve(inbound) {
      if (inbound.via === 'message' && inbound.files?.length) {
        const said = resolveText(inbound);
        return said?.command.takesFiles ? said : resolved(byName.get('import.receive'), inbound);
      }
      if (inbound.via === 'home') return resolved(byName.get('home'), inbound);
      const umbrella = inbound.command === 'aftercare';
      if (umbrella || inbound.command === '')
        return resolveText(inbound) ?? resolved(byName.get(inbound.text.trim() === '' ? 'help' : 'help.unknown'), inbound);
      const command = byName.get(inbound.command);
      return command && inbound.via === 'command' ? routed(command, inbound) : resolved(command, inbound);
    },
  };
}

function resolved(command: Command | undefined, inbound: Inbound) {
  return command && { command, inbound };
}
