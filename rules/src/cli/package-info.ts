import { readFileSync } from 'node:fs';

/** What the command says of itself and its documentation. */
export interface PackageInfo {
  readonly version: string;
  readonly homepage: string;
}

const HOMEPAGE = 'https://github.com/loopguard/loopguard';

/** Reads the version of the installed package. */
export function packageInfo(): PackageInfo {
  const manifest = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { readonly version: string };
  return { version: manifest.version, homepage: HOMEPAGE };
}

/** Page of a rule on the web. */
export function pageUrl(rule: string): string {
  return `${HOMEPAGE}/blob/main/rules/docs/${rule}.md`;
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
