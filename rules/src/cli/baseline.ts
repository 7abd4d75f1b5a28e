import { readFileSync } from 'node:fs';
import type { Finding } from '../core/model.js';
import { writeAtomically } from './atomic-write.js';
import { CliError, reasonOf } from './exit.js';
import { compareText } from './order.js';
import { printable } from './terminal.js';

/** Known findings: how many there are of each key, per rule. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, number>>;

const VERSION = 1;

/** Counts findings by rule and key. */
function baselineOf(findings: readonly Finding[]): Baseline {
  const rules = new Map<string, Map<string, number>>();
  for (const { ruleId, key } of findings) {
    const keys = rules.get(ruleId) ?? new Map<string, number>();
    rules.set(ruleId, keys.set(key, (keys.get(key) ?? 0) + 1));
  }
  return rules;
}

/** The findings that a baseline does not know: of each key, those after the known number. */
export function beyondBaseline(findings: readonly Finding[], baseline: Baseline): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.filter(({ ruleId, key }) => {
    const id = `${ruleId}\0${key}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count > (baseline.get(ruleId)?.get(key) ?? 0);
  });
}

/** How many known findings of these rules are no longer there. */
export function staleEntries(baseline: Baseline, findings: readonly Finding[], rules: readonly string[]): number {
  const present = baselineOf(findings);
  let stale = 0;
  for (const rule of rules) {
    for (const [key, count] of baseline.get(rule) ?? []) {
      stale += Math.max(0, count - (present.get(rule)?.get(key) ?? 0));
    }
  }
  return stale;
}

/** A baseline with the entries of the checked rules replaced; other rules keep theirs. */
export function updatedBaseline(old: Baseline, findings: readonly Finding[], rules: readonly string[]): Baseline {
  const kept = [...old].filter(([rule]) => !rules.includes(rule));
  return new Map([...kept, ...baselineOf(findings)]);
}

/**
 * Reads a baseline; `missing` says whether there may be none yet.
 *
 * @throws CliError when it cannot be read or is no baseline
 */
export function readBaseline(path: string, shown: string, missing: 'allowed' | 'refused'): Baseline {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (missing === 'allowed' && (error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    const hint =
      missing === 'refused' && (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? ' (--update-baseline makes one)'
        : '';
    throw new CliError(`cannot read the baseline ${printable(shown)}: ${reasonOf(error)}${hint}`);
  }
  try {
    return parse(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    throw new CliError(`cannot read the baseline ${printable(shown)}: ${printable(reasonOf(error))}`);
  }
}

/** Writes a baseline whose bytes depend on nothing but its entries. */
export function writeBaseline(path: string, shown: string, baseline: Baseline): void {
  const findings = sortedObject(baseline, keys => sortedObject(keys, count => count));
  writeAtomically(path, `${JSON.stringify({ version: VERSION, findings }, undefined, 2)}\n`, printable(shown));
}

function sortedObject<T, R>(map: ReadonlyMap<string, T>, value: (item: T) => R): Record<string, R> {
  return Object.fromEntries([...map].sort(([a], [b]) => compareText(a, b)).map(([key, item]) => [key, value(item)]));
}

function parse(json: unknown): Baseline {
  const { version, findings } = record(json, 'the file');
  if (version !== VERSION) throw new Error(`its version is ${String(version)}, not ${String(VERSION)}`);
  const rules = Object.entries(record(findings, '"findings"'));
  return new Map(rules.map(([rule, keys]) => [rule, new Map(Object.entries(record(keys, `"${rule}"`)).map(counted))]));
}

function counted([key, count]: [string, unknown]): [string, number] {
  if (!Number.isSafeInteger(count) || (count as number) < 1)
    throw new Error(`the count of "${key}" is not a number above 0`);
  return [key, count as number];
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${what} is not an object`);
  return value as Record<string, unknown>;
}
