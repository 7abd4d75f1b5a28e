import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeLens, Hover, Location } from 'vscode-languageserver';
import type { EventLoop, ShowRoutes } from '#dist/protocol.js';
import { CAPABLE, MODEST } from './capabilities.js';
import { FolderCopies } from './folder-copy.js';
import { LanguageClient, uri } from './language-client.js';

const PASSWORDS = 'src/lib/passwords.ts';
const ACCOUNTS = 'src/controllers/account-controller.ts';
const RULE = 'no-sync-io-in-handler';
const PAGE = `https://github.com/loopguard/loopguard/blob/main/rules/docs/${RULE}.md`;

describe('hovers, lenses and the event loop of the shop', function () {
  this.timeout(60_000);
  const copies = new FolderCopies();
  const folder = copies.shop();
  let client: LanguageClient;
  const start = async (options: Partial<ConstructorParameters<typeof LanguageClient>[0]> = {}): Promise<void> => {
    client = new LanguageClient({ folders: [folder], capabilities: CAPABLE, ...options });
    await client.start();
  };
  afterEach(() => client.stop());
  after(() => copies.remove());

  const path = (file: string): string => join(folder, file);
  const text = (file: string): string => readFileSync(path(file), 'utf8');
  const link = (file: string, line: number): string => `[${file}:${line}](${uri(path(file))}#L${line})`;
  const hover = (file: string, on: string): Promise<Hover | null> => {
    const before = text(file).slice(0, text(file).lastIndexOf(on)).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return client.request('textDocument/hover', { textDocument: { uri: uri(path(file)) }, position });
  };
  const lenses = async (file: string): Promise<[line: number, title: string][]> => {
    const found = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: uri(path(file)) } });
    return found.map(({ range, command }) => [range.start.line + 1, command?.title ?? '']);
  };
  const tree = (): Promise<EventLoop> => client.request('loopguard/eventLoop');
  const brief = ({ contexts }: EventLoop): string[] =>
    contexts.flatMap(({ context, handlers }) =>
      handlers.map(
        ({ event, location, findings }) =>
          `${context} ${event} ${place(location)}: ${findings.map(finding => place(finding.location)).join(' ')}`,
      ),
    );
  const place = ({ uri: of, range }: Location): string =>
    `${of.slice(uri(folder).length + '/src/'.length)}:${range.start.line + 1}`;

  describe('hints', () => {
    it('stand at the call of every handler, not only of the one that the finding tells of', async () => {
      await start();
      const hints = await client.found(path(ACCOUNTS));
      assert.deepEqual(
        hints.map(({ severity, message, range }) => [severity, range.start.line + 1, message]),
        [
          [4, 14, '`AccountService.register` leads to `crypto.scryptSync`, which blocks the event loop.'],
          [4, 20, '`AccountService.login` leads to `crypto.scryptSync`, which blocks the event loop.'],
        ],
      );
      assert.deepEqual(
        hints[1]?.relatedInformation?.map(({ location, message }) => `${place(location)} ${message}`),
        [
          'controllers/account-controller.ts:18 handler `AccountController.login` of `POST /login`',
          'controllers/account-controller.ts:20 calls `AccountService.login`',
          'services/account-service.ts:21 calls `isPassword`',
          'lib/passwords.ts:12 calls `derive`',
          'lib/passwords.ts:16 calls `crypto.scryptSync`',
        ],
      );
    });

    it('move with the text at once, before the exact answer is there', async () => {
      await start();
      const before = await client.found(path(ACCOUNTS));
      await client.open(path(ACCOUNTS), text(ACCOUNTS));
      const top = { line: 0, character: 0 };
      for (let version = 2; version < 5; version++) {
        await client.change(path(ACCOUNTS), version, [{ range: { start: top, end: top }, text: '\n' }]);
        const now = await client.found(path(ACCOUNTS));
        assert.deepEqual(
          now.map(({ range }) => range.start),
          before.map(({ range: { start } }) => ({ ...start, line: start.line + version - 1 })),
        );
        assert.deepEqual(
          now.map(({ relatedInformation }) => relatedInformation?.[1]?.location.range.start),
          now.map(({ range }) => range.start),
          'the route begins where the hint stands',
        );
      }
    });
  });

  describe('hover', () => {
    it('tells what happens, the way there, and where to read more', async () => {
      await start();
      const { contents, range } = (await hover(PASSWORDS, 'scryptSync')) ?? {};
      assert.deepEqual(range, { start: { line: 15, character: 9 }, end: { line: 15, character: 19 } });
      assert.deepEqual(contents, {
        kind: 'markdown',
        value: [
          '`crypto.scryptSync` blocks the event loop each time `POST /` fires; it is reached through `AccountService.register -> hashPassword -> derive`, and from another handler.',
          '',
          `1. ${link(ACCOUNTS, 12)} handler \`AccountController.register\` of \`POST /\``,
          `2. ${link(ACCOUNTS, 14)} calls \`AccountService.register\``,
          `3. ${link('src/services/account-service.ts', 13)} calls \`hashPassword\``,
          `4. ${link(PASSWORDS, 7)} calls \`derive\``,
          `5. ${link(PASSWORDS, 16)} calls \`crypto.scryptSync\``,
          '',
          'Reached from 2 handlers.',
          '',
          `Handlers do not wait synchronously for the disk, a process, the network or heavy native work. [${RULE}](${PAGE})`,
        ].join('\n'),
      });
    });

    it('tells from the handler where its call leads, in plain text for plain clients', async () => {
      await start({ capabilities: MODEST });
      const { contents } = (await hover(ACCOUNTS, 'login(')) ?? {};
      assert.deepEqual(contents, {
        kind: 'plaintext',
        value: [
          '`AccountService.login` leads to `crypto.scryptSync`, which blocks the event loop.',
          `  ${ACCOUNTS}:18 handler \`AccountController.login\` of \`POST /login\``,
          `  ${ACCOUNTS}:20 calls \`AccountService.login\``,
          '  src/services/account-service.ts:21 calls `isPassword`',
          `  ${PASSWORDS}:12 calls \`derive\``,
          `  ${PASSWORDS}:16 calls \`crypto.scryptSync\``,
          'Reached from 2 handlers.',
          'Handlers do not wait synchronously for the disk, a process, the network or heavy native work.',
          `${RULE}: ${PAGE}`,
        ].join('\n'),
      });
    });

    it('names the fixes', async () => {
      await start({ settings: { strict: true } });
      const { contents } = (await hover('src/services/carrier-rates.ts', 'readFileSync')) ?? {};
      const fixes = /^Fix: .*$/gm;
      const value = (contents as { value: string }).value;
      const offered = await client.request<{ title: string }[]>('textDocument/codeAction', {
        textDocument: { uri: uri(path('src/services/carrier-rates.ts')) },
        range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
        context: { diagnostics: [] },
      });
      assert.deepEqual(
        value.match(fixes) ?? [],
        offered
          .map(({ title }) => title)
          .filter(title => title.startsWith('Replace'))
          .map(title => `Fix: ${title}`),
      );
    });

    it('says nothing where nothing is', async () => {
      await start();
      assert.equal(await hover(PASSWORDS, 'randomBytes'), null);
    });
  });

  describe('code lens', () => {
    it('counts the ways from a handler, and the handlers of a function that blocks', async () => {
      await start();
      assert.deepEqual(await lenses(PASSWORDS), [[15, 'reached from 2 handlers']]);
      assert.deepEqual(await lenses(ACCOUNTS), [
        [12, 'blocks the event loop: 1 path'],
        [18, 'blocks the event loop: 1 path'],
      ]);
      assert.deepEqual(await lenses('src/jobs/cleanup.ts'), [
        [9, 'blocks the event loop: 3 paths'],
        [16, 'reached from 1 handler'],
        [23, 'reached from 1 handler'],
      ]);
      assert.deepEqual(await lenses('src/model.ts'), []);
    });

    it('counts anew after an edit in another file, and asks the client to look again', async () => {
      await start();
      await client.open(path(PASSWORDS), text(PASSWORDS));
      assert.deepEqual(await lenses(PASSWORDS), [[15, 'reached from 2 handlers']]);
      await client.open(path(ACCOUNTS), text(ACCOUNTS));
      assert.equal(client.of('workspace/codeLens/refresh').length, 0);
      await client.change(path(ACCOUNTS), 2, [{ text: text(ACCOUNTS).replace('.login(', '.logout(') }]);
      await client.receive('workspace/codeLens/refresh');
      assert.deepEqual(await lenses(PASSWORDS), [[15, 'reached from 1 handler']]);
      assert.deepEqual(await lenses(ACCOUNTS), [[12, 'blocks the event loop: 1 path']]);
    });

    it('leads to the places, by the client or by a message and the first of them', async () => {
      await start({ initializationOptions: { commands: ['loopguard.showRoutes'] } });
      const ask = (file: string): Promise<CodeLens[]> =>
        client.request('textDocument/codeLens', { textDocument: { uri: uri(path(file)) } });
      const [known] = await ask(PASSWORDS);
      assert.equal(known?.command?.command, 'loopguard.showRoutes');
      const { locations, ...from } = known.command.arguments?.[0] as ShowRoutes;
      assert.deepEqual(from, { uri: uri(path(PASSWORDS)), range: known.range });
      assert.deepEqual(locations.map(place), [
        'controllers/account-controller.ts:12',
        'controllers/account-controller.ts:18',
      ]);
      await client.stop();
      await start();
      const [lens] = await ask(PASSWORDS);
      assert.equal(lens?.command?.command, 'loopguard.listRoutes');
      await client.request('workspace/executeCommand', lens.command);
      assert.deepEqual(await client.receive('window/showMessage'), {
        type: 3,
        message: 'account-controller.ts:12, account-controller.ts:18',
      });
      const shown = await client.receive<{ uri: string }>('window/showDocument');
      assert.equal(shown.uri, uri(path(ACCOUNTS)));
    });

    it('offers to make a function that blocks async, to clients that can ask', async () => {
      await start({ initializationOptions: { commands: ['loopguard.makeAsync'] } });
      const shown: CodeLens[] = await client.request('textDocument/codeLens', {
        textDocument: { uri: uri(path(PASSWORDS)) },
      });
      const lens = shown.find(({ command }) => command?.command === 'loopguard.makeAsync');
      assert.equal(lens?.command?.title, 'make async…');
      assert.deepEqual((lens.command.arguments as ShowRoutes['locations']).map(place), ['lib/passwords.ts:16']);
    });

    it('is silent when it is switched off', async () => {
      await start({ settings: { codeLens: { enabled: false } } });
      assert.deepEqual(await lenses(PASSWORDS), []);
    });
  });

  describe('the event loop', () => {
    it('is what fires, and what that reaches', async () => {
      await start();
      assert.deepEqual(brief(await tree()), [
        'request request app.ts:19: lib/logger.ts:15',
        'request request app.ts:36: lib/logger.ts:15',
        'request POST / controllers/account-controller.ts:12: lib/passwords.ts:16',
        'request POST /login controllers/account-controller.ts:18: lib/passwords.ts:16',
        'request AdminController.disk controllers/admin-controller.ts:23: lib/exec.ts:6',
        'request AdminController.prices controllers/admin-controller.ts:46: lib/logger.ts:15',
        'request InvoiceController.show controllers/invoice-controller.ts:12: lib/templates.ts:22',
        'request OrderController.place controllers/order-controller.ts:9: services/carrier-rates.ts:10',
        'request GET /disk routes/admin.ts:8: lib/exec.ts:6',
        'request PUT /prices routes/admin.ts:13: lib/logger.ts:15',
        'request GET /:id routes/invoices.ts:6: lib/templates.ts:22',
        'request POST / routes/orders.ts:6: services/carrier-rates.ts:10',
        'event job queue/workers.ts:24: lib/logger.ts:15 lib/templates.ts:22',
        'event error sockets/live-updates.ts:40: lib/logger.ts:15',
        'timer setInterval jobs/cleanup.ts:9: jobs/cleanup.ts:17 jobs/cleanup.ts:25 lib/logger.ts:15',
        'timer setTimeout jobs/price-import.ts:17: lib/logger.ts:15',
        'message message sockets/live-updates.ts:39: lib/images.ts:7',
      ]);
    });

    it('says of each handler what happens when it runs, and the way', async () => {
      await start();
      const { contexts } = await tree();
      const login = contexts[0]?.handlers.find(({ event }) => event === 'POST /login');
      assert.equal(login?.name, 'AccountController.login');
      const [finding] = login.findings;
      assert.equal(finding?.message, '`crypto.scryptSync` blocks the event loop each time `POST /login` fires.');
      assert.equal(finding.ruleId, RULE);
      assert.deepEqual(
        finding.route.map(({ message, location }) => `${place(location)} ${message}`),
        [
          'controllers/account-controller.ts:18 handler `AccountController.login` of `POST /login`',
          'controllers/account-controller.ts:20 calls `AccountService.login`',
          'services/account-service.ts:21 calls `isPassword`',
          'lib/passwords.ts:12 calls `derive`',
          'lib/passwords.ts:16 calls `crypto.scryptSync`',
        ],
      );
    });

    it('tells when it is another one, and only then', async () => {
      await start();
      const before = await tree();
      await client.open(path(ACCOUNTS), text(ACCOUNTS));
      await client.found(path(ACCOUNTS));
      const told = client.of('loopguard/eventLoopChanged').length;
      await client.change(path(ACCOUNTS), 2, [{ text: `${text(ACCOUNTS)}// more\n` }]);
      assert.deepEqual(await tree(), before);
      await client.change(path(ACCOUNTS), 3, [{ text: text(ACCOUNTS).replace('.login(', '.logout(') }]);
      await client.receive('loopguard/eventLoopChanged', told + 1);
      assert.equal(client.of('loopguard/eventLoopChanged').length, told + 1);
      assert.deepEqual(
        brief(await tree()),
        brief(before).filter(line => !line.includes('POST /login')),
      );
    });

    it('shows what is shown of findings: of open files only, when it is set so', async () => {
      await start({ settings: { scope: 'openFiles' } });
      assert.deepEqual(brief(await tree()), []);
      await client.open(path(PASSWORDS), text(PASSWORDS));
      await client.found(path(PASSWORDS));
      assert.equal(brief(await tree()).length, 2);
    });
  });

  describe('explain', () => {
    it('says what the command says, with links', async () => {
      await start();
      const markdown = await client.request<string>('loopguard/explain', { uri: uri(path('src/lib/exec.ts')) });
      const call = "`execSync(command, { cwd, encoding: 'utf8', stdio: ['ignor…`";
      const loads = [
        `  - ${link('src/shop.ts', 4)} loads \`src/controllers/admin-controller.ts\``,
        `  - ${link('src/controllers/admin-controller.ts', 5)} loads \`src/lib/exec.ts\``,
      ];
      const lines = [
        '# src/lib/exec.ts',
        '',
        '## (module), lines 1-12',
        '',
        '**runs**',
        '',
        '- `startup`: nothing in the project loads it',
        `  - ${link('src/main.ts', 9)} loads \`src/shop.ts\``,
        ...loads,
        '- `test`: a test, by its name or folder',
        `  - ${link('test/shop.test.ts', 17)} loads \`src/shop.ts\``,
        ...loads,
        '',
        '## run, lines 4-11',
        '',
        '**runs**',
        '',
        '- `request`: takes a `express.Request`',
        `  - ${link('src/controllers/admin-controller.ts', 24)} calls \`run\``,
        '',
        '**calls**',
        '',
        `- line 6: ${call} → \`child_process.execSync\` \\[C\\]`,
        `- line 6: ${call} ? the API has no row in the catalogue`,
        '',
        '**blocks**',
        '',
        '- `blocks(io) on child_process.execSync`',
        `  - ${link('src/lib/exec.ts', 6)} calls \`child_process.execSync\``,
        '',
        '*Calls are resolved: C by a row of the catalogue or a convention.*',
        '',
      ];
      assert.equal(markdown, lines.join('\n'));
    });

    it('is nothing for a file that is not analysed', async () => {
      await start();
      assert.equal(await client.request('loopguard/explain', { uri: uri(path('README.md')) }), null);
    });
  });
});
