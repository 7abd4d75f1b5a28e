import { readFileSync } from 'node:fs';
import { HOMEPAGE } from '../core/page-url.js';

/** What the command says of itself and its documentation. */
export interface PackageInfo {
  readonly version: string;
  readonly homepage: string;
}

/** Reads the version of the installed package. */
export function packageInfo(): PackageInfo {
  const manifest = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { readonly version: string };
  return { version: manifest.version, homepage: HOMEPAGE };
}

/** Page of a rule as Markdown, as shipped with the package. */
export function pageText(rule: string): string | undefined {
  try {
    return readFileSync(packageFile(`docs/${rule}.md`), 'utf8');
  } catch {
    return undefined;
  }
}

/** A file of the package, seen from where this one is compiled to, `dist/cli/`. */
function packageFile(path: string): URL {
  return new URL(`../../${path}`, import.meta.url);
}
