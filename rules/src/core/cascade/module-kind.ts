import { ts } from 'ts-morph';
import type { ProjectManifest } from '../port.js';

/**
 * How Node loads a file of a package: by its extension, else by `type` of the nearest `package.json`.
 * Source: https://nodejs.org/api/packages.html#determining-module-system
 */
export function moduleKind(path: string, { packages, modules }: ProjectManifest): ts.ResolutionMode {
  const [, letter] = /\.([mc])[jt]s$/.exec(path) ?? [];
  if (letter !== undefined) return letter === 'm' ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS;
  const around = packages.filter(folder => folder === '' || path.startsWith(`${folder}/`));
  const nearest = around.reduce((best, folder) => (folder.length > best.length ? folder : best), '');
  return modules.includes(nearest) ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS;
}
