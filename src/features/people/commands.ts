import { z } from 'zod';
import type { ChangeContext } from '../../app/context.ts';
import { UserError } from '../../app/errors.ts';
import { type Command, changeCommand, readCommand } from '../../app/feature.ts';
import { readMention } from '../../app/mention.ts';
import { roleSchema } from '../../app/people.ts';
import type { Reply } from '../../chat/platform.ts';
import { languages } from '../../languages/index.ts';
import { outsideCard, peopleCard } from './cards.ts';
import { addPerson, findByAccount, findMember, hasAdmin, listAdmins, listMembers, noteAsked, setRole } from './store.ts';

const say = (card: ReturnType<typeof peopleCard>, replaces = false): Reply => ({ kind: 'say', card, to: 'person', replaces });

const roleOrNone = z.union([roleSchema, z.literal('none')]);
const setInput = z.union([
  z.object({ personId: z.uuid(), role: roleOrNone }),
  z.object({ account: z.string().min(1), role: roleOrNone }),
]);

/** A role as it is typed, in any of our languages. */
function readRole(text: string): z.infer<typeof roleOrNone> | undefined {
  const said = text.trim().toLowerCase();
  for (const words of Object.values(languages)) {
    for (const role of roleSchema.options) if (said === words.roles[role].toLowerCase()) return role;
    if (words.people.removeWords.includes(said)) return 'none';
  }
  return roleSchema.safeParse(said).data;
}

function readPeopleText(text: string) {
  const { account, rest } = readMention(text);
  const role = readRole(rest);
  if (account === undefined || !role) throw new UserError('peopleUsage', []);
  return { account, role };
}

async function personFor(context: ChangeContext, input: { personId: string } | { account: string }): Promise<string> {
  const { data, inbound } = context;
  if ('personId' in input) {
    if (!(await findMember(data, input.personId))) throw new UserError('nobodyThere', []);
    return input.personId;
  }
  const known = await findByAccount(data, input.account);
  if (known) return known.id;
  const account = { platform: inbound.platform, team: inbound.team, account: input.account };
  return addPerson(
    data,
    account,
    { id: context.newId(), name: input.account, role: undefined },
    undefined,
    context.workspace,
    context.now,
  );
}

export const peopleCommands: readonly Command[] = [
  changeCommand({
    name: 'people',
    word: 'people',
    who: 'admin',
    input: setInput,
    route: (text) => (text === '' ? 'people.list' : undefined),
    fromText: readPeopleText,
    run: setPersonRole,
  }),
  readCommand({
    name: 'people.list',
    who: 'admin',
    input: z.unknown(),
    run: async ({ data, words, inbound }) => say(peopleCard(await listMembers(data, inbound.platform), words)),
  }),
  readCommand({
    name: 'people.form',
    who: 'admin',
    input: z.unknown(),
    opensForm: () => true,
    run: async ({ words }) => ({
      kind: 'form',
      form: {
        title: words.people.add,
        submit: words.people.letIn,
        cancel: words.common.cancel,
        command: 'people',
        fields: [
          { kind: 'person', name: 'account', label: words.people.who },
          {
            kind: 'choice',
            name: 'role',
            label: words.people.roleLabel,
            value: 'rep',
            choices: roleSchema.options.map((role) => ({ label: words.roles[role], value: role })),
          },
        ],
      },
    }),
  }),
  readCommand({
    name: 'people.outside',
    who: 'anyone',
    input: z.unknown(),
    run: async ({ data, words, person }) => {
      const admins = await listAdmins(data);
      const asked = (await listMembers(data)).some((member) => member.id === person.id);
      return say(
        outsideCard(
          admins.map((admin) => admin.name),
          asked,
          words,
        ),
      );
    },
  }),
  changeCommand({
    name: 'people.ask',
    who: 'anyone',
    input: z.unknown(),
    run: async ({ data, words, person, now }) => {
      if (await noteAsked(data, person.id, now))
        await data.enqueue('people.tell-admins', { workspaceId: data.workspaceId, personId: person.id });
      const admins = await listAdmins(data);
      return say(
        outsideCard(
          admins.map((admin) => admin.name),
          true,
          words,
        ),
        true,
      );
    },
  }),
];

async function setPersonRole(context: ChangeContext, input: z.infer<typeof setInput>): Promise<Reply> {
  const { data, words, now, inbound } = context;
  const id = await personFor(context, input);
  const before = await findMember(data, id);
  const role = input.role === 'none' ? undefined : input.role;
  if (before?.role === 'admin' && role !== 'admin' && (await listAdmins(data)).length === 1) throw new UserError('lastAdmin', []);
  await setRole(data, id, role, now);
  if (!(await hasAdmin(data))) throw new UserError('lastAdmin', []);
  if (role && before?.role === undefined) await data.enqueue('people.welcome', { workspaceId: data.workspaceId, personId: id });
  return say(peopleCard(await listMembers(data, inbound.platform), words), inbound.via === 'button');
}
