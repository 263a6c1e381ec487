import { z } from 'zod';

const manifestSchema = z.object({
  features: z
    .object({
      slash_commands: z
        .array(
          z.object({
            command: z.string(),
            description: z.string().default(''),
            usage_hint: z.string().default(''),
            should_escape: z.boolean().default(false),
          }),
        )
        .default([]),
      shortcuts: z.array(z.object({ name: z.string(), type: z.string(), callback_id: z.string() })).default([]),
    })
    .prefault({}),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()).optional() }).prefault({}) }).prefault({}),
});

/** What the cloud reads of an app's manifest. */
export interface Manifest {
  readonly commands: readonly {
    readonly command: string;
    readonly description: string;
    readonly usage: string;
    readonly escape: boolean;
  }[];
  readonly shortcuts: readonly { readonly callback: string; readonly name: string }[];
  /** Undefined where the manifest names no events: then all are sent. */
  readonly events: ReadonlySet<string> | undefined;
}

/** Throws a zod error where the manifest has another form. */
export function parseManifest(manifest: unknown): Manifest {
  const { features, settings } = manifestSchema.parse(manifest ?? {});
  const events = settings.event_subscriptions.bot_events;
  return {
    commands: features.slash_commands.map((entry) => ({
      command: entry.command,
      description: entry.description,
      usage: entry.usage_hint,
      escape: entry.should_escape,
    })),
    shortcuts: features.shortcuts
      .filter((shortcut) => shortcut.type === 'message')
      .map((shortcut) => ({ callback: shortcut.callback_id, name: shortcut.name })),
    events: events && new Set(events),
  };
}
