interface Statement {
  readonly sql: string;
  readonly args: readonly unknown[];
}

/** A statement with longer lists of values is hardly the same one twice. */
const mostValues = 40;
/** Each connection keeps the plans of all of them. */
const mostNames = 200;

/**
 * Names statements, so that the server plans each of them once for a connection: for a short query over several tables
 * planning takes longer than running. Without a name, an empty text, a statement is planned anew each time.
 */
export function statementNames(): (statement: Statement) => string {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    if (args.length === 0 || args.length > mostValues) return '';
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= mostNames) return '';
    const name = `aftercare_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
