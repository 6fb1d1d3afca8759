/** What may stand in a log line. There is deliberately no free text and nothing of a person. */
export interface LogFields {
  readonly requestId?: string;
  readonly method?: string;
  /** The route's pattern, never the address: an address can carry data. */
  readonly route?: string;
  readonly status?: number;
  readonly durationMs?: number;
  readonly code?: string;
  readonly count?: number;
  readonly kind?: string;
  /** Of the clinic's desk: whether it was the clinic. */
  readonly who?: 'clinic' | 'nobody';
  /** Id of the record that was looked at or changed; never anything of the person. */
  readonly record?: string;
  readonly sqlState?: string;
  readonly constraint?: string;
  readonly errorName?: string;
  /** Where an error was thrown: functions, files and lines, without the error's message. */
  readonly stack?: readonly string[];
}

export type LogLevel = 'info' | 'warn' | 'error';

/** Writes one line per event. */
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

/** A {@link Log} of JSON lines, to standard output unless told otherwise. */
export function jsonLog(write: (line: string) => void = (line) => void process.stdout.write(line)): Log {
  return (level, event, fields = {}) => {
    write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  };
}

/** For where nobody reads along. */
export const silentLog: Log = () => {};

/**
 * What can be told of an error without telling what was sent: PostgreSQL puts the values of a refused row into its
 * messages, so messages are left out.
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const field = (name: string) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined;
  };
  const sqlState = field('code');
  const constraint = field('constraint');
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  return {
    errorName: error.name,
    ...(sqlState === undefined ? {} : { sqlState }),
    ...(constraint === undefined ? {} : { constraint }),
    stack,
  };
}
