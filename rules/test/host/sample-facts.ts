import { emptyFacts } from '#dist/core/extract/file.js';
import type { FileFacts } from '#dist/core/model.js';

/** Facts that differ by their number of lines. */
export function sampleFacts(lines: number): FileFacts {
  const { skipped: _, ...facts } = emptyFacts('binary');
  return { ...facts, directives: ['use client'], lines };
}

export function json(facts: FileFacts): Buffer {
  return Buffer.from(JSON.stringify(facts));
}
