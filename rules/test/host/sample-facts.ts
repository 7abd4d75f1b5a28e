import { emptyFacts } from '#dist/core/extract/file.js';
import { encodeFacts } from '#dist/host/encode-facts.js';
import type { FileFacts } from '#dist/core/model.js';

/** Facts that differ by their number of lines. */
export function sampleFacts(lines: number): FileFacts {
  const { skipped: _, ...facts } = emptyFacts('binary');
  return { ...facts, directives: ['use client'], lines };
}

export function encoded(facts: FileFacts): Buffer {
  return encodeFacts(facts);
}
