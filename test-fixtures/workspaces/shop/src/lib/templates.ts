import { readFileSync } from 'node:fs';
import { join } from 'node:path';

let terms: string | undefined;

/** The terms of sale, read when the first invoice needs them. */
export function termsOfSale(folder: string): string {
  terms ??= readFileSync(join(folder, 'terms.txt'), 'utf8').trim();
//          ^^^^^^^^^^^^ strict/no-sync-io-in-handler
  return terms;
}

export class TemplateLoader {
  constructor(private readonly folder: string) {}

  render(name: string, values: Readonly<Record<string, string>>): string {
    const template = this.load(name);
    return template.replace(/\{\{(\w+)\}\}/g, (_, key: string) => values[key] ?? '');
  }

  private load(name: string): string {
    return readFileSync(join(this.folder, `${name}.html`), 'utf8');
//         ^^^^^^^^^^^^ no-sync-io-in-handler
  }
}
