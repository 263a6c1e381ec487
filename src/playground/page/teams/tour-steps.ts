import { notify } from '../notices.ts';
import type { Step } from '../tour.ts';
import type { TeamsDeed, TeamsPage } from './page.ts';
import { botPlace } from './state.ts';

/** A rep's first day at the Teams desk. */
export function teamsTourSteps(page: TeamsPage, write: (text: string) => void): readonly Step<TeamsDeed>[] {
  return [
    {
      id: 'upload',
      title: 'Send the customer list',
      detail: 'A sheet of customers and what they bought, as a shop would export it. It goes into the chat with the app.',
      action: { label: 'Send the sample file', run: () => sendSample(page) },
      done: (deed) => deed.kind === 'uploaded',
    },
    {
      id: 'import',
      title: 'Confirm the import',
      detail: 'The app answers with a card: what it read, and what it will do. Press its first button.',
      done: (deed) => deed.kind === 'pressed',
    },
    {
      id: 'followups',
      title: 'See who is due',
      detail: 'Teams has no slash commands for apps: the word alone is the command.',
      action: {
        label: 'Write “followups”',
        run: async () => {
          await openBot(page);
          write('followups');
        },
      },
      done: (deed) => deed.kind === 'said' && /^followups\b/i.test(deed.text),
    },
    {
      id: 'log',
      title: 'Log a call',
      detail: 'Press Log at a follow-up and say what came of it: a dialog opens.',
      done: (deed) => deed.kind === 'pressed' && /\blog\b|기록|记录/i.test(deed.label),
    },
    {
      id: 'review',
      title: 'Review a reply',
      detail: 'Write a reply to a complaint, open the three dots of the message and choose “Review this reply”.',
      done: (deed) => deed.kind === 'extension',
    },
    {
      id: 'clock',
      title: 'Move to the next morning',
      detail: 'Nobody waits a night here: the clock at the top can be moved. Then look at the other desk, at the top right.',
      action: {
        label: 'Go to the next morning',
        run: () => document.querySelector<HTMLElement>('.clock-button')?.click(),
      },
      done: (deed) => deed.kind === 'clock',
    },
  ];
}

async function openBot(page: TeamsPage): Promise<string | undefined> {
  const bot = botPlace(page.state);
  if (bot) await page.open(bot.id);
  return bot?.id;
}

async function sendSample(page: TeamsPage): Promise<void> {
  const place = await openBot(page);
  if (!place) return notify('There is no app here to send it to.');
  const response = await fetch('/playground/sample.csv').catch(() => undefined);
  if (!response?.ok) return notify('The sample file could not be read.');
  await page.upload(place, 'customers.csv', await response.blob());
}
