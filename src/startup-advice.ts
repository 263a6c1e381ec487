import { SettingsError } from './config.ts';
import { FolderInUse } from './store/index.ts';

const codeOf = (error: unknown): string => {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return '';
};

const portOf = (error: unknown) =>
  error instanceof Error && 'port' in error && typeof error.port === 'number' ? error.port : undefined;

/** What the usual failures of a start mean for the person in front of it, in one line each with the next step. */
export function startupAdvice(error: unknown, at: { readonly port: number; readonly dataFolder: string }): string | undefined {
  if (error instanceof SettingsError)
    return `The settings are not complete:\n${error.problems.map((problem) => `  - ${problem}`).join('\n')}`;
  if (error instanceof FolderInUse) {
    return `The data folder ${at.dataFolder} is in use by another Aftercare process. Stop that one, or give this one a folder of its own: AFTERCARE_DATA=other-folder npm start`;
  }
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'EADDRINUSE') {
    const taken = portOf(error) ?? at.port;
    const setting = taken === at.port ? 'PORT' : 'TEAMS_ANONYMOUS_PORT';
    return `Port ${taken} is taken. Stop the other program, or choose another port: ${setting}=${taken + 1} npm start`;
  }
  if (code === 'EADDRNOTAVAIL' || (code === 'EACCES' && message.includes('listen')))
    return `Aftercare may not listen on port ${at.port} there. Choose another with PORT (and HOST).`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `The data folder ${at.dataFolder} cannot be written to. Choose another: AFTERCARE_DATA=$HOME/aftercare-data npm start`;
  if (code === 'ENOSPC' || /no space left/i.test(message))
    return `The disk is full. Free some space, or choose a data folder elsewhere with AFTERCARE_DATA.`;
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `The data folder ${at.dataFolder} is a file. Choose another with AFTERCARE_DATA.`;
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|28P01|3D000|28000|ETIMEDOUT/.test(code) || /timeout expired/.test(message)) {
    return `The database of DATABASE_URL cannot be used (${code || message}). Check that the server runs, and the user, password and database name in the address.`;
  }
  return undefined;
}
