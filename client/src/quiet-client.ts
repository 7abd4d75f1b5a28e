import { LanguageClient } from 'vscode-languageclient/node';

/** A language client that only logs its errors. What a person has to know, and can do, is said elsewhere, once. */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
