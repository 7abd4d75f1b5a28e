import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  LSPErrorCodes,
  type TextDocumentEdit,
} from 'vscode-languageserver';
import { applyEdits, editsOf } from './apply-edit.js';
import { CAPABLE, MODEST } from './capabilities.js';
import { FolderCopies } from './folder-copy.js';
import { LanguageClient, uri } from './language-client.js';

const RULE = 'no-sync-io-in-handler';

const TWO = `import { readFileSync } from 'node:fs';
import express from 'express';

const app = express();
app.get('/menu', async (req, res) => {
  res.send(readFileSync('menu.json'));
});
app.get('/tea', async (req, res) => {
  res.send(readFileSync('tea.json'));
});
`;

const FIXED = `import express from 'express';
import { readFile } from 'node:fs/promises';

const app = express();
app.get('/menu', async (req, res) => {
  res.send(await readFile('menu.json'));
});
app.get('/tea', async (req, res) => {
  res.send(await readFile('tea.json'));
});
`;

/** A client on one file, and what is asked of it again and again. */
class Desk {
  private static count = 0;
  readonly client: LanguageClient;
  readonly path: string;
  readonly uri: string;
  private version = 1;

  constructor(copies: FolderCopies, capabilities: ClientCapabilities, file = 'server.ts', text = TWO, options = {}) {
    const folder = copies.write(`desk-${Desk.count++}`, { [file]: text });
    this.client = new LanguageClient({ folders: [folder], capabilities, ...options });
    this.path = join(folder, file);
    this.uri = uri(this.path);
  }

  async open(text = TWO): Promise<Diagnostic[]> {
    await this.client.start();
    await this.client.open(this.path, text);
    return this.client.found(this.path);
  }

  async change(text: string): Promise<Diagnostic[]> {
    await this.client.change(this.path, ++this.version, [{ text }]);
    return this.client.found(this.path);
  }

  actions(diagnostics: Diagnostic[], more: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const context: CodeActionContext = { diagnostics, ...more };
    return this.client.request('textDocument/codeAction', { textDocument: { uri: this.uri }, range, context });
  }

  resolve(action: CodeAction | undefined): Promise<CodeAction> {
    assert.ok(action);
    return action.edit ? Promise.resolve(action) : this.client.request('codeAction/resolve', action);
  }

  async applied(text: string, action: CodeAction | undefined): Promise<string> {
    const { edit } = await this.resolve(action);
    assert.ok(edit);
    return applyEdits(text, editsOf(edit, this.uri));
  }
}

const titled = (actions: readonly CodeAction[], title: RegExp): CodeAction | undefined =>
  actions.find(action => title.test(action.title));

describe('code actions', function () {
  this.timeout(60_000);
  const copies = new FolderCopies();
  const desks: Desk[] = [];
  const desk = (...args: Parameters<typeof newDesk>): Desk => {
    const made = newDesk(...args);
    desks.push(made);
    return made;
  };
  const newDesk = (capabilities: ClientCapabilities, file?: string, text?: string, options?: object): Desk =>
    new Desk(copies, capabilities, file, text, options);
  afterEach(async () => {
    for (const { client } of desks.splice(0)) await client.stop();
  });
  after(() => copies.remove());

  it('offers what does something else beside the mend and the rewrite, never as the preferred one', async () => {
    const text = `import { readFileSync } from 'node:fs';
import express from 'express';
function menu() {
  return readFileSync('menu.txt', 'utf8');
}
express()
  .get('/', (req, res) => { res.send(menu()); })
  .get('/tea', (req, res) => { res.send(readFileSync('tea.txt', 'utf8')); })
  .get('/mate', (req, res) => { res.send(readFileSync('mate.txt', 'utf8')); });
`;
    const one = desk(CAPABLE, 'server.js', text);
    const [inMenu, inHandler] = await one.open(text);
    assert.ok(inMenu && inHandler);
    const ofHandler = await one.actions([inHandler]);
    const preferred = ofHandler.filter(({ isPreferred }) => isPreferred).map(({ title }) => title);
    assert.deepEqual(preferred, ['Replace with `await readFile(…)`']);
    const atStart = titled(ofHandler, /^Read it once at start-up, into `teaTxt`/);
    assert.match(await one.applied(text, atStart), /\nconst teaTxt = readFileSync\('tea\.txt', 'utf8'\);\n/);
    const all = await one.applied(text, titled(ofHandler, /^Fix all/));
    assert.equal(all.match(/await readFile\(/g)?.length, 2);
    assert.doesNotMatch(all, /Txt = /);

    const ofMenu = await one.actions([inMenu]);
    assert.deepEqual(ofMenu.map(({ title, isPreferred }) => [title.split(/[,;]/)[0], isPreferred]).slice(0, 2), [
      ['Read it once at start-up', undefined],
      ['Make `menu` async (2 functions in 1 file)', undefined],
    ]);
  });

  it('offers fixes first, then all of them, then silence, then the page', async () => {
    const one = desk(CAPABLE);
    const [first] = await one.open();
    assert.ok(first);
    const actions = await one.actions([first]);
    assert.deepEqual(
      actions.map(({ title, kind, isPreferred = false }) => [title, kind, isPreferred]),
      [
        ['Replace with `await readFile(…)`', 'quickfix', true],
        [`Fix all ${RULE} in this file`, 'quickfix', false],
        [`Disable ${RULE} for this line`, 'quickfix', false],
        [`Disable ${RULE} for the entire file`, 'quickfix', false],
        [`Show documentation for ${RULE}`, 'quickfix', false],
      ],
    );
    for (const { diagnostics } of actions) assert.deepEqual(diagnostics, [first]);
    assert.ok(
      actions.every(({ edit }) => edit === undefined),
      'edits are worked out when they are wanted',
    );
  });

  it('fixes all of a rule as if one after the other, with one import', async () => {
    const one = desk(CAPABLE);
    const [first] = await one.open();
    assert.ok(first);
    const text = await one.applied(TWO, titled(await one.actions([first]), /^Fix all/));
    assert.equal(text, FIXED);
    assert.deepEqual(await one.change(text), []);
  });

  it('does not offer to fix all where there is one', async () => {
    const text = TWO.replace("readFileSync('tea.json')", "'tea'");
    const one = desk(CAPABLE, 'server.ts', text);
    const [first] = await one.open(text);
    assert.ok(first);
    assert.equal(titled(await one.actions([first]), /^Fix all/), undefined);
  });

  it('offers nothing on save while no fix is safe, and only what is asked for', async () => {
    const one = desk(CAPABLE);
    const diagnostics = await one.open();
    assert.deepEqual(await one.actions(diagnostics, { only: ['source.fixAll'] }), []);
    assert.deepEqual(await one.actions(diagnostics, { only: ['refactor'] }), []);
    assert.ok((await one.actions(diagnostics, { only: ['quickfix'] })).length > 0);
  });

  it('edits with the version of the document, or without for a client that knows none', async () => {
    const [capable, modest] = [desk(CAPABLE), desk(MODEST)];
    for (const one of [capable, modest]) {
      const [first] = await one.open();
      assert.ok(first);
      const { edit } = await one.resolve(titled(await one.actions([first]), /^Replace/));
      assert.ok(edit);
      if (one === modest) assert.deepEqual(Object.keys(edit), ['changes']);
      else {
        assert.deepEqual(Object.keys(edit), ['documentChanges']);
        const [change] = edit.documentChanges as TextDocumentEdit[];
        assert.deepEqual(change?.textDocument, { uri: one.uri, version: 1 });
      }
    }
  });

  it('counts columns as the client does', async () => {
    const text = TWO.replace("readFileSync('menu.json')", "'茶🍵' + readFileSync('menu.json')");
    const one = desk({ ...CAPABLE, general: { positionEncodings: ['utf-8'] } }, 'server.ts', text);
    const [first] = await one.open(text);
    assert.deepEqual(first?.range.start, { line: 5, character: "  res.send('".length + 7 + "' + ".length });
    const { edit } = await one.resolve(titled(await one.actions([first]), /^Replace/));
    assert.ok(edit);
    const fixed = applyEdits(text, editsOf(edit, one.uri), 'utf-8');
    assert.ok(fixed.includes("res.send('茶🍵' + await readFile('menu.json'));"), fixed);
  });

  it('refuses an edit of a text that is another one by now', async () => {
    const one = desk(CAPABLE);
    const [first] = await one.open();
    assert.ok(first);
    const action = titled(await one.actions([first]), /^Replace/);
    await one.change(`// more\n${TWO}`);
    await assert.rejects(one.resolve(action), { code: LSPErrorCodes.ContentModified });
  });

  it('finds what is meant without data, by place and rule, and without diagnostics by place', async () => {
    const one = desk(CAPABLE);
    const [first] = await one.open();
    assert.ok(first);
    const bare: Diagnostic = { ...first };
    delete bare.data;
    assert.ok(titled(await one.actions([bare]), /^Replace/));
    const moved = { ...bare, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } };
    assert.deepEqual(await one.actions([moved]), []);
    const actions = await one.client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: one.uri },
      range: { start: first.range.end, end: first.range.end },
      context: { diagnostics: [] },
    });
    assert.ok(titled(actions, /^Replace/));
    assert.deepEqual(await one.actions([{ ...bare, source: 'eslint' }]), actions.map(strip), 'others are not ours');
  });

  for (const [client, capabilities] of [
    ['a place to fill in', CAPABLE],
    ['plain text', MODEST],
  ] as const) {
    it(`silences a line and a file by ${client}`, async () => {
      const one = desk(capabilities);
      const [first, second] = await one.open();
      assert.ok(first && second);
      const line = await one.resolve(titled(await one.actions([second]), /this line$/));
      assert.ok(line.edit);
      const [edit] = editsOf(line.edit, one.uri);
      assert.ok(edit);
      if (capabilities === CAPABLE)
        assert.deepEqual('snippet' in edit && edit.snippet, {
          kind: 'snippet',
          value: `  // eslint-disable-next-line loopguard/${RULE} -- \${1:reason}\n`,
        });
      else assert.ok('newText' in edit);
      const one_line = applyEdits(TWO, [edit]);
      assert.equal(
        one_line,
        TWO.replace(
          "  res.send(readFileSync('tea",
          `  // eslint-disable-next-line loopguard/${RULE} -- reason\n  res.send(readFileSync('tea`,
        ),
      );
      const left = await one.change(one_line);
      assert.deepEqual(left.map(keyOf), [keyOf(first)]);
      const text = await one.applied(one_line, titled(await one.actions(left), /entire file$/));
      assert.equal(text, `/* eslint-disable loopguard/${RULE} -- reason */\n${one_line}`);
      assert.deepEqual(await one.change(text), []);
    });
  }

  it('offers what is to be done from the handler that leads to it, in the file where it is done', async () => {
    const folder = copies.write('apart', {
      'server.ts': `import express from 'express';\nimport { load } from './load.js';\nexpress().get('/menu', async (req, res) => {\n  res.send(await load());\n});\n`,
      'load.ts': `import { readFileSync } from 'node:fs';\nexport async function load() {\n  return readFileSync('menu.json');\n}\n`,
    });
    const client = new LanguageClient({ folders: [folder], capabilities: CAPABLE });
    await client.start();
    const path = join(folder, 'server.ts');
    await client.open(path, readFileSync(path, 'utf8'));
    const [hint] = await client.found(path);
    assert.ok(hint);
    assert.equal(
      hint.message,
      '`load` leads to `fs.readFileSync`, which blocks the event loop each time `GET /menu` fires.',
    );
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri(path) },
      range: hint.range,
      context: { diagnostics: [hint] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Replace with `await readFile(…)` in load.ts', `Show documentation for ${RULE}`],
    );
    const { edit } = await client.request<CodeAction>('codeAction/resolve', actions[0]);
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(change?.textDocument, { uri: uri(join(folder, 'load.ts')), version: null });
    await client.stop();
  });

  const THROUGH = {
    'load.ts': `import { readFileSync } from 'node:fs';
export function load(path: string): string {
  return readFileSync(path, 'utf8');
}
`,
    'server.ts': `import { createServer } from 'node:http';
import { load } from './load.js';
createServer((request, response) => {
  response.end(load('menu'));
});
`,
  };

  /** A client on `load.ts` of a program, and its finding there. */
  async function openLoad(
    name: string,
    capabilities: ClientCapabilities,
    server = THROUGH['server.ts'],
    more: Readonly<Record<string, string>> = {},
  ) {
    const folder = copies.write(name, { ...THROUGH, 'server.ts': server, ...more });
    const client = new LanguageClient({ folders: [folder], capabilities });
    await client.start();
    const path = join(folder, 'load.ts');
    await client.open(path, THROUGH['load.ts']);
    const [finding] = await client.found(path);
    assert.ok(finding);
    const asked = { textDocument: { uri: uri(path) }, range: finding.range, context: { diagnostics: [finding] } };
    const actions: CodeAction[] = await client.request('textDocument/codeAction', asked);
    return { client, folder, actions };
  }

  it('makes a function async with all who call it, in every file, after a look', async () => {
    const { client, folder, actions } = await openLoad('cascade', CAPABLE);
    const offered = titled(actions, /async/);
    assert.deepEqual(
      [offered?.title, offered?.kind],
      ['Make `load` async (2 functions in 2 files)', 'refactor.rewrite.async'],
    );
    const { edit }: CodeAction = await client.request('codeAction/resolve', offered);
    assert.ok(edit);
    const after = (name: keyof typeof THROUGH) => applyEdits(THROUGH[name], editsOf(edit, uri(join(folder, name))));
    assert.equal(
      after('load.ts'),
      `import { readFile } from 'node:fs/promises';
export async function load(path: string): Promise<string> {
  return await readFile(path, 'utf8');
}
`,
    );
    assert.match(after('server.ts'), /async \(request, response\) => \{\n {2}response\.end\(await load\('menu'\)\);/);
    assert.equal(edit.documentChanges?.length, 2);
    await client.stop();
  });

  it('does not make what would not be found, and says why when it is asked to', async () => {
    const { client, actions } = await openLoad(
      'proven',
      CAPABLE,
      THROUGH['server.ts'].replace('./load.js', './all.js'),
      {
        'all.ts': "import { load } from './load.js';\nexport { load };\n",
        'menu.ts': "import { load } from './load.js';\nclass Menu {\n  text = load('menu');\n}\nnew Menu();\n",
      },
    );
    const offered = titled(actions, /async/i);
    assert.equal(offered?.title, 'Add `loadAsync` for handlers (2 functions in 2 files)');
    await assert.rejects(
      client.request('codeAction/resolve', offered),
      /`loadAsync` would not be found where server\.ts calls it\./,
    );
    await client.stop();
  });

  it('offers it by its own kind also where a quick fix would do', async () => {
    const folder = copies.write('kind', {
      'server.ts':
        "import { readFileSync } from 'node:fs';\nimport { createServer } from 'node:http';\ncreateServer((_, response) => response.end(readFileSync('a')));\n",
    });
    const client = new LanguageClient({ folders: [folder], capabilities: CAPABLE });
    await client.start();
    const path = join(folder, 'server.ts');
    await client.open(path, readFileSync(path, 'utf8'));
    const [finding] = await client.found(path);
    assert.ok(finding);
    const ask = (only?: string[]): Promise<CodeAction[]> =>
      client.request('textDocument/codeAction', {
        textDocument: { uri: uri(path) },
        range: finding.range,
        context: { diagnostics: [finding], ...(only && { only }) },
      });
    assert.equal(titled(await ask(), /^(?:Make|Wait)/), undefined);
    assert.deepEqual(
      (await ask(['refactor.rewrite.async'])).map(({ title }) => title),
      ['Make this function async (1 function in 1 file)'],
    );
    await client.stop();
  });

  it('says why a function cannot become async, to clients that show it', async () => {
    const server = THROUGH['server.ts'].replace("load('menu')", "['menu'].filter(load).join()");
    const shows = {
      ...CAPABLE,
      textDocument: {
        ...CAPABLE.textDocument,
        codeAction: { ...CAPABLE.textDocument?.codeAction, disabledSupport: true },
      },
    };
    const knowing = await openLoad('refused', shows, server);
    assert.match(
      titled(knowing.actions, /async/)?.disabled?.reason ?? '',
      /^`filter` calls it and goes on without waiting/,
    );
    await knowing.client.stop();
    const plain = await openLoad('refused-silently', CAPABLE, server);
    assert.equal(titled(plain.actions, /async/), undefined);
    await plain.client.stop();
  });

  it('shows the page of a rule: by the client, by its browser, or by a message', async () => {
    const page = { ruleId: RULE, href: `https://github.com/loopguard/loopguard/blob/main/rules/docs/${RULE}.md` };
    const knowing = desk(CAPABLE, undefined, undefined, {
      initializationOptions: { commands: ['loopguard.openRulePage'] },
    });
    const command = (actions: readonly CodeAction[]) => titled(actions, /^Show/)?.command;
    assert.deepEqual(command(await knowing.actions(await knowing.open())), {
      title: `Show documentation for ${RULE}`,
      command: 'loopguard.openRulePage',
      arguments: [page],
    });
    for (const [capabilities, method, params] of [
      [CAPABLE, 'window/showDocument', { uri: page.href, external: true }],
      [MODEST, 'window/showMessage', { type: 3, message: `${RULE} is described at ${page.href}` }],
    ] as const) {
      const one = desk(capabilities);
      const { title: _, ...asked } = command(await one.actions(await one.open())) ?? { title: '' };
      assert.equal('command' in asked && asked.command, 'loopguard.showDocumentation');
      await one.client.request('workspace/executeCommand', asked);
      assert.deepEqual(await one.client.receive(method), params);
    }
  });
});

function keyOf({ data }: Diagnostic): string {
  return (data as { key: string }).key;
}

function strip({ diagnostics: _, ...action }: CodeAction): CodeAction {
  return action;
}
