import { notify } from './notices.ts';
import type { Deed, Page } from './page.ts';
import { botChannel } from './state.ts';
import type { Step } from './tour.ts';

/** A rep's first day at the Slack desk. */
export function tourSteps(page: Page, write: (text: string) => void): readonly Step<Deed>[] {
  return [
    {
      id: 'upload',
      title: 'Send the customer list',
      detail: 'A sheet of customers and what they bought, as a shop would export it. It goes to the app in a direct message.',
      action: { label: 'Send the sample file', run: () => sendSample(page) },
      done: (deed) => deed.kind === 'uploaded',
    },
    {
      id: 'import',
      title: 'Confirm the import',
      detail: 'The app answers with a preview: what it read, and what it will do. Press its green button.',
      done: (deed) => deed.kind === 'pressed',
    },
    {
      id: 'followups',
      title: 'See who is due',
      detail: 'Each purchase has planned calls on day 2, 5 and 12.',
      action: {
        label: 'Type /followups',
        run: async () => {
          await openBot(page);
          write('/followups');
        },
      },
      done: (deed) => deed.kind === 'command' && deed.command === '/followups',
    },
    {
      id: 'log',
      title: 'Log a call',
      detail: 'Press Log at a follow-up and say what came of it.',
      done: (deed) => deed.kind === 'pressed' && /\blog\b|기록|记录/i.test(deed.label),
    },
    {
      id: 'clock',
      title: 'Move to the next morning',
      detail: 'Nobody waits a night here: the clock at the top can be moved.',
      action: { label: 'Go to the next morning', run: () => document.querySelector<HTMLElement>('.clock-button')?.click() },
      done: (deed) => deed.kind === 'clock',
    },
    {
      id: 'reminder',
      title: 'Read the reminder',
      detail: 'The app writes by itself, at the time of your working day.',
      done: (deed) =>
        deed.kind === 'heard' &&
        deed.message.user === page.state.desk.bot.id &&
        deed.message.channel === botChannel(page.state)?.id,
    },
  ];
}

async function openBot(page: Page): Promise<string | undefined> {
  const bot = botChannel(page.state);
  if (bot) await page.openChannel(bot.id);
  return bot?.id;
}

async function sendSample(page: Page): Promise<void> {
  const channel = await openBot(page);
  if (!channel) return notify('There is no app in this workspace to send it to.');
  const response = await fetch('/playground/sample.csv').catch(() => undefined);
  if (!response?.ok) return notify('The sample file could not be read.');
  await page.upload(channel, 'customers.csv', await response.blob());
}
