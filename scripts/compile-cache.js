// Loaded before the program (`--import`): what Node has compiled once is kept beside the packages, which halves the time that
// loading takes. Where that folder cannot be written, Node goes without.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
