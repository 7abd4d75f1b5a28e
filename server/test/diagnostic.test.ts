import assert from 'node:assert/strict';
import type { Finding, RouteStep } from 'eslint-plugin-loopguard/core/model';
import { findingDiagnostic } from '#dist/convert/diagnostic.js';

const step = (n: number): RouteStep => ({ file: `f${n}.ts`, span: [n, n + 1], message: `step ${n}` });

function finding(steps: number, message = 'It blocks.'): Finding {
  return {
    ruleId: 'no-sync-io-in-handler',
    messageId: 'blocks',
    message,
    routeText: '',
    certainty: 'certain',
    file: 'a.ts',
    span: [0, 1],
    route: Array.from({ length: steps }, (_, n) => step(n)),
    handlers: 1,
    key: 'k',
  };
}

/** Messages of the route as a client gets them. */
function route(steps: number): string[] {
  const diagnostic = findingDiagnostic(finding(steps), 'error', ({ file, span: [start, end] }) => ({
    uri: file,
    range: { start: { line: 0, character: start }, end: { line: 0, character: end } },
  }));
  return (diagnostic?.relatedInformation ?? []).map(({ message, location }) => `${location.uri} ${message}`);
}

describe('a diagnostic', () => {
  it('tells eight steps of a longer route, and counts the rest', () => {
    assert.deepEqual(route(2), ['f0.ts step 0', 'f1.ts step 1']);
    assert.equal(route(8).length, 8);
    assert.deepEqual(route(9).slice(6), ['f6.ts step 6', 'f7.ts 1 more step', 'f8.ts step 8']);
    assert.deepEqual(route(12).slice(6), ['f6.ts step 6', 'f7.ts 4 more steps', 'f11.ts step 11']);
  });

  it('has a message of one line and at most 100 characters', () => {
    const long = `It ${'really '.repeat(20)}\nblocks.`;
    const message = findingDiagnostic(finding(2, long), 'error', () => ({
      uri: '',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    }))?.message;
    assert.ok(
      typeof message === 'string' && message.length === 100 && !message.includes('\n') && message.endsWith('…'),
    );
  });

  it('is none where the text is not known any more', () => {
    assert.equal(
      findingDiagnostic(finding(2), 'error', () => undefined),
      undefined,
    );
  });
});
