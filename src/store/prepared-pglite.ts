import { PGlite, parse, protocol, type QueryOptions, type Results } from '@electric-sql/pglite';
import { statementNames } from './statement-names.ts';

const { serialize } = protocol;

/**
 * PGlite plans each statement anew, which takes it longer than running most of ours. Here a statement with values is kept
 * after its first run, as connections to a server keep theirs. Inside transactions it stays as it was.
 */
export class PreparedPGlite extends PGlite {
  readonly #nameOf = statementNames();
  /** The types of their values, by the names of the statements that are kept. */
  readonly #kept = new Map<string, readonly number[]>();

  override async query<Row>(text: string, values: unknown[] = [], options: QueryOptions = {}): Promise<Results<Row>> {
    const special = options.blob !== undefined || options.paramTypes !== undefined;
    const name = special ? '' : this.#nameOf({ sql: text, args: values });
    if (name === '') return super.query<Row>(text, values, options);
    await this._checkReady();
    return this._runExclusiveTransaction(() => this._runExclusiveQuery(() => this.#runKept<Row>(name, text, values, options)));
  }

  async #runKept<Row>(name: string, text: string, values: readonly unknown[], options: QueryOptions): Promise<Results<Row>> {
    const ask = (message: Uint8Array) =>
      this.execProtocolStream(message, {
        syncToFs: false,
        ...(options.onNotice === undefined ? {} : { onNotice: options.onNotice }),
      });
    let said: Awaited<ReturnType<typeof ask>> = [];
    try {
      let types = this.#kept.get(name);
      if (types === undefined) {
        await ask(serialize.parse({ name, text }));
        types = parse.parseDescribeStatementResults(await ask(serialize.describe({ type: 'S', name })));
        this.#kept.set(name, types);
      }
      const written = values.map((value, i) => this.#written(value, types[i], options));
      const run = [
        serialize.bind({ statement: name, values: written }),
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
      ];
      said = await ask(Buffer.concat(run));
    } finally {
      said = [...said, ...(await ask(serialize.sync()))];
    }
    await this.syncToFs();
    return parseAnswer<Row>(said, this.parsers, options);
  }

  #written(value: unknown, type: number | undefined, options: QueryOptions): string | null {
    if (value === null || value === undefined) return null;
    const write = type === undefined ? undefined : (options.serializers?.[type] ?? this.serializers[type]);
    return write ? write(value) : String(value);
  }
}

/** What the rows are is the caller's word, as with PGlite's own `query`. */
function parseAnswer<Row>(
  said: Parameters<typeof parse.parseResults>[0],
  parsers: PGlite['parsers'],
  options: QueryOptions,
): Results<Row> {
  const [results] = parse.parseResults(said, parsers, options);
  if (!results) throw new Error('The database gave no answer.');
  return results as Results<Row>;
}
