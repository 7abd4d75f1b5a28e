import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table, withSection } from './section.mjs';

/** @typedef {import('../../rules/dist/core/hazards/hazard.js').Hazard} Hazard */

/** @param {Hazard} hazard */
const configs = ({ level }) => (level === 'recommended' ? '`recommended`, `strict`' : '`strict`');

/**
 * The tables of rules in the README files, each with links that work from where it stands.
 * @param {string} root
 * @param {readonly Hazard[]} hazards
 * @returns {[file: string, text: string][]}
 */
export function ruleTables(root, hazards) {
  return ['README.md', 'rules/README.md'].flatMap(file => {
    if (!existsSync(join(root, file))) return [];
    const docs = file === 'README.md' ? 'rules/docs' : 'docs';
    const rows = hazards.map(hazard => [
      `[\`${hazard.id}\`](${docs}/${hazard.id}.md)`,
      hazard.summary,
      configs(hazard),
      fixes(hazard),
    ]);
    const text = readFileSync(join(root, file), 'utf8');
    return [[file, withSection(file, text, 'rules', table(['Rule', 'What it finds', 'Configs', 'Fixes'], rows))]];
  });
}

/**
 * The pages of the rules with their headers renewed.
 * @param {string} root
 * @param {readonly Hazard[]} hazards
 * @returns {[file: string, text: string][]}
 */
export function pageHeaders(root, hazards) {
  return hazards.map(hazard => {
    const file = `rules/docs/${hazard.id}.md`;
    const path = join(root, file);
    if (!existsSync(path)) throw new Error(`${file} is missing; every rule has a page`);
    return [file, withSection(file, readFileSync(path, 'utf8'), 'header', header(hazard))];
  });
}

/** @param {Hazard} hazard */
function header(hazard) {
  const rows = [
    ['Configs', configs(hazard)],
    ['Fixes', fixes(hazard)],
    ['Since', hazard.since],
    ['ESLint', `\`'loopguard/${hazard.id}': 'error'\``],
    ['Command line', `\`loopguard check --rule ${hazard.id}\``],
  ];
  return `# ${hazard.id}\n\n${hazard.summary}\n\n${table(['', ''], rows)}`;
}

/** @param {Hazard} hazard */
function fixes({ fixes: grades }) {
  const words = { safe: 'automatic (`--fix`)', review: 'suggestions, to be reviewed' };
  return grades.length === 0 ? 'none' : grades.map(grade => words[grade]).join('; ');
}
