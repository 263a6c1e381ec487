/** The connector said no, in its own words. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly status: number;
  readonly code: string;
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code: string, message: string, retryAfter?: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export const notFound = () => new ConnectorError(404, 'ConversationNotFound', 'Conversation not found.');
export const badRequest = (message: string) => new ConnectorError(400, 'BadSyntax', message);
