/** What the command tells the shell. */
export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * The command could not do its work, for a reason the person at the keyboard can act on. The
 * message is one line that says what and where; it is shown without a stack.
 */
export class CliError extends Error {
  override readonly name = 'CliError';
}

/** What went wrong with a file, in plain words, from the error code of the operating system. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  switch (code) {
    case 'ENOENT':
      return 'no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOTDIR':
      return 'a part of the path is not a folder';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return firstLine(error instanceof Error ? error.message : String(error));
  }
}

/** First line of a text, for messages that must stay on one line. */
export function firstLine(text: string): string {
  return text.split(/[\r\n]/, 1)[0] ?? '';
}
