/** A stream as far as the command writes to it. */
interface Output {
  readonly isTTY: boolean;
  write(text: string): void;
}

/** What the command knows of the shell it was started in. */
export interface Terminal {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Output;
  readonly err: Output;
}

/**
 * Whether to colour what goes to `out`: `NO_COLOR` and `FORCE_COLOR` decide (https://no-color.org,
 * https://force-color.org), otherwise whether a person is looking.
 */
export function wantsColor({ env, out }: Terminal): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return out.isTTY && env['TERM'] !== 'dumb';
}

/** Text from a file or a file name without the characters that steer a terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, c => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
