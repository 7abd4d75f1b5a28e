/** What `npm run new-rule` writes: each text compiles, and the fixture fails until the rule finds something. */

/** @param {string} id @param {string} constant */
export const ruleText = (id, constant) => `import { CONTEXTS_ONLY } from './contexts-option.js';
import { hazard, type Problem } from './hazard.js';
import type { Pass } from './pass.js';

/**
 * What is claimed, and why it is reported there.
 */
export const ${constant} = hazard({
  id: '${id}',
  summary: 'Handlers …',
  level: 'strict',
  since: '0.1.0',
  fixes: [],
  messages: {
    hazard: '{{api}} ….',
  },
  leads: {
    certain: ['{{subject}} leads to {{api}}, which ….', '{{subject}} leads to {{api}}.'],
    possible: ['{{subject}} may lead to {{api}}, which ….', '{{subject}} may lead to {{api}}.'],
  },
  ...CONTEXTS_ONLY,
  *find(pass) {
    yield* problems(pass);
  },
});

/** Ask the pass; yield one problem per place that has to change. */
function problems(_pass: Pass): Problem[] {
  return [];
}
`;

export const pageText = () => `<!-- begin header -->
<!-- end header -->

## What happens

## When it is reported

## Examples

### ❌ Reported

### ✅ Not reported

## Fixes

## Options

| option | default | meaning |
|---|---|---|
| \`contexts\` | \`['request', 'event', 'timer', 'message', 'render']\` | the situations to report |

## Known missed and false alarms

## Telling it otherwise

## When not to use it

## Related rules
`;

/** @param {string} id */
export const fixtureText = id => `import { createServer } from 'node:http';

createServer((request, response) => {
  response.end(request.url);
//         ^^^ strict/${id}
});
`;
