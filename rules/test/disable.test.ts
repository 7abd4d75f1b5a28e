import assert from 'node:assert/strict';
import { Linter } from 'eslint';
import type { ts } from 'ts-morph';
import tseslint from 'typescript-eslint';
import type { CommentEdit } from '#dist/core/disable/comment-edit.js';
import { disableForFile } from '#dist/core/disable/for-file.js';
import { disableForLine } from '#dist/core/disable/for-line.js';
import { parse } from '#dist/core/extract/file.js';
import { run } from './fixtures/run.js';

const RULE = 'loopguard/no-sync-io-in-handler';
const FILE = 'server.tsx';

const findings = (text: string) => run(new Map([[FILE, text]])).findings;

/** A rule that reports the calls the texts here have, to see what ESLint makes of the comments. */
const reader: Linter.Config = {
  files: ['**/*.tsx'],
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  plugins: {
    loopguard: {
      rules: {
        'no-sync-io-in-handler': {
          create: context => ({
            'CallExpression[callee.name=readFileSync], CallExpression[callee.property.name=readFileSync]': node =>
              context.report({ node, message: 'reads' }),
          }),
        },
      },
    },
  },
  rules: { [RULE]: 'error' },
};

const reports = (text: string): number => new Linter().verify(text, reader, FILE).length;

/** Silences the last finding of a text, and makes sure that it is gone and nothing else is. */
function silenced(text: string, disable: (source: ts.SourceFile, offset: number) => CommentEdit): string {
  const before = findings(text);
  const last = before.at(-1);
  assert.ok(last, 'there is a finding');
  const { span, text: inserted, reasonAt } = disable(parse(text, FILE), last.span[0]);
  if (reasonAt !== undefined) assert.equal(inserted.slice(reasonAt, reasonAt + 6), 'reason');
  const result = text.slice(0, span[0]) + inserted + text.slice(span[1]);
  const after = parse(result, FILE) as unknown as { parseDiagnostics: readonly unknown[] };
  assert.equal(after.parseDiagnostics.length, 0, result);
  const gone = findings(result);
  assert.ok(!gone.some(({ key }) => key === last.key), `still reported:\n${result}`);
  assert.deepEqual([reports(text), reports(result)], [1, 0], `ESLint on\n${result}`);
  return result;
}

const line = (text: string): string => silenced(text, (source, offset) => disableForLine(source, offset, RULE));
const file = (text: string): string => silenced(text, source => disableForFile(source, RULE));

const HEAD = `import { readFileSync } from 'node:fs';
import express from 'express';
const app = express();
`;
/** A handler whose body is given. */
const handler = (body: string): string => `${HEAD}app.get('/menu', (req, res) => {\n${body}\n});\n`;

describe('disable for a line', () => {
  it('writes a comment of its own above, indented as the line', () => {
    assert.equal(
      line(handler(`  if (req.query.raw) {\n\t\tres.send(readFileSync('menu'));\n  }`)),
      handler(
        `  if (req.query.raw) {\n\t\t// eslint-disable-next-line ${RULE} -- reason\n\t\tres.send(readFileSync('menu'));\n  }`,
      ),
    );
  });

  it('keeps the ends of lines', () => {
    const text = handler(`  res.send(readFileSync('menu'));`).replaceAll('\n', '\r\n');
    assert.equal(line(text).replaceAll('\r\n', '').includes('\n'), false);
  });

  it('stands above the line of the call, not above its statement', () => {
    assert.equal(
      line(handler(`  res.send(\n    JSON.parse(\n      readFileSync('menu', 'utf8'),\n    ),\n  );`)),
      handler(
        `  res.send(\n    JSON.parse(\n      // eslint-disable-next-line ${RULE} -- reason\n      readFileSync('menu', 'utf8'),\n    ),\n  );`,
      ),
    );
  });

  it('extends a comment that is there', () => {
    const [above, beside] = ['// eslint-disable-next-line no-console -- fine', '// eslint-disable-line no-console'];
    assert.equal(
      line(handler(`  ${above}\n  console.log(readFileSync('menu'));`)),
      handler(`  // eslint-disable-next-line no-console, ${RULE} -- fine\n  console.log(readFileSync('menu'));`),
    );
    assert.equal(
      line(handler(`  console.log(readFileSync('menu')); ${beside}`)),
      handler(`  console.log(readFileSync('menu')); ${beside}, ${RULE}`),
    );
    assert.equal(
      line(handler(`  /* eslint-disable-next-line no-console */\n  console.log(readFileSync('menu'));`)),
      handler(`  /* eslint-disable-next-line no-console, ${RULE} */\n  console.log(readFileSync('menu'));`),
    );
  });

  it('does not extend a comment about another line', () => {
    assert.match(
      line(
        handler(
          `  // eslint-disable-next-line no-console -- fine\n  console.log();\n  res.send(readFileSync('menu'));`,
        ),
      ),
      /-- fine\n {2}console\.log\(\);\n {2}\/\/ eslint-disable-next-line loopguard\/no-sync-io-in-handler -- reason\n {2}res/,
    );
  });

  it('is a child of an element among its children', () => {
    assert.equal(
      line(handler(`  return (\n    <ul>\n      <li>{readFileSync('menu')}</li>\n    </ul>\n  );`)),
      handler(
        `  return (\n    <ul>\n      {/* eslint-disable-next-line ${RULE} -- reason */}\n      <li>{readFileSync('menu')}</li>\n    </ul>\n  );`,
      ),
    );
    assert.match(
      line(handler(`  return (\n    <>\n      {readFileSync('menu')}\n    </>\n  );`)),
      /\{\/\* eslint-disable-next/,
    );
  });

  it('is a plain comment among attributes and inside braces', () => {
    assert.match(
      line(handler(`  return (\n    <p\n      title={String(readFileSync('menu'))}\n    />\n  );`)),
      /<p\n {6}\/\/ eslint-disable-next-line .* -- reason\n {6}title/,
    );
    assert.match(
      line(handler(`  return (\n    <p>{\n      readFileSync('menu')\n    }</p>\n  );`)),
      /<p>\{\n {6}\/\/ eslint-disable-next-line .* -- reason\n {6}read/,
    );
  });

  it('does not tear apart words that are shown with a space between', () => {
    assert.equal(
      line(handler(`  return (\n    <p>\n      The menu\n      is {readFileSync('menu')}\n    </p>\n  );`)),
      handler(
        `  return (\n    <p>\n      The menu\n      is {/* eslint-disable-line ${RULE} -- reason */ readFileSync('menu')}\n    </p>\n  );`,
      ),
    );
  });

  it('stands inside the braces of a template whose text it would change', () => {
    assert.equal(
      line(handler('  res.send(`Menu:\n    ${String(readFileSync("menu"))}`);')),
      handler(
        `  res.send(\`Menu:\n    \${/* eslint-disable-line ${RULE} -- reason */ String(readFileSync("menu"))}\`);`,
      ),
    );
    assert.equal(
      line(handler('  res.send(`Menu:\n    ${String(\n      readFileSync("menu"),\n    )}`);')),
      handler(
        `  res.send(\`Menu:\n    \${String(\n      // eslint-disable-next-line ${RULE} -- reason\n      readFileSync("menu"),\n    )}\`);`,
      ),
    );
  });

  it('stands behind a comment, or a text, that ends on the line', () => {
    assert.equal(
      line(handler(`  /* What is\n     on today: */ res.send(readFileSync('menu'));`)),
      handler(
        `  /* What is\n     on today: */ /* eslint-disable-line ${RULE} -- reason */ res.send(readFileSync('menu'));`,
      ),
    );
    assert.equal(
      line(handler(`  res.send('On \\\n today: ' + readFileSync('menu'));`)),
      handler(`  res.send('On \\\n today: ' + /* eslint-disable-line ${RULE} -- reason */ readFileSync('menu'));`),
    );
  });

  it('is the first line where the call is on it', () => {
    const text = `require('express')().get('/menu', (req, res) => res.send(require('fs').readFileSync('menu')));\n`;
    assert.equal(line(text), `// eslint-disable-next-line ${RULE} -- reason\n${text}`);
  });
});

describe('disable for a file', () => {
  const code = handler(`  res.send(readFileSync('menu'));`);
  const comment = `/* eslint-disable ${RULE} -- reason */\n`;

  it('writes a comment at the top', () => assert.equal(file(code), comment + code));

  for (const [what, head] of [
    ['the line that names the interpreter', '#!/usr/bin/env node\n'],
    ['directives', `'use strict';\n"use client"; // here\n`],
    ['the licence', `/*\n * Copyright (c) Tea Shop\n */\n`],
    ['a licence of line comments', `// SPDX-License-Identifier: MIT\n// All rights reserved.\n`],
    ['a comment with a blank line after it', `/** The shop. */\n\n`],
    ['switches of other tools', `#!/usr/bin/env node\n// @ts-check\n/* global shop */\n`],
  ] as const) {
    it(`keeps ${what} before it`, () => {
      const kept = head.replace(/\n\n$/, '\n');
      assert.equal(file(head + code), kept + comment + head.slice(kept.length) + code);
    });
  }

  it('stands above what is said of the first statement', () => {
    const text = `/** Reads. */\n${code}`;
    assert.equal(file(text), comment + text);
  });

  it('keeps the ends of lines', () => {
    const text = code.replaceAll('\n', '\r\n');
    assert.equal(file(text), comment.replace('\n', '\r\n') + text);
  });

  it('breaks a line on which code follows', () => {
    assert.equal(file(`'use strict'; ${code}`), `'use strict';\n${comment} ${code}`);
  });

  it('extends a comment that is there', () => {
    assert.equal(
      file(`/* eslint-disable no-console -- a command */\n${code}`),
      `/* eslint-disable no-console, ${RULE} -- a command */\n${code}`,
    );
  });
});
