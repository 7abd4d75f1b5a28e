import { writeFileSync } from 'node:fs';

export class Logger {
  constructor(private readonly file: string) {}

  info(message: string): void {
    this.write('info', message);
  }

  error(message: string, cause: unknown): void {
    this.write('error', `${message}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
  }

  private write(level: string, message: string): void {
    writeFileSync(this.file, `${new Date().toISOString()} ${level} ${message}\n`, { flag: 'a' });
//  ^^^^^^^^^^^^^ no-sync-io-in-handler
  }
}
