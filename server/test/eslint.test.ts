import assert from 'node:assert/strict';
import type { ClientCapabilities } from 'vscode-languageserver';
import { EDITOR_CHANGED, type InitializationOptions } from '#dist/protocol.js';
import { LintProject } from './eslint-config/lint-project.js';
import { KIOSK } from './kiosk.js';
import { LanguageClient, uri } from './language-client.js';

const CAPABILITIES: ClientCapabilities = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
};
const [ERROR, WARNING] = [1, 2];
const PAGES = 'src/pages.ts';
const on = (severity: string, more = ''): string =>
  `export default [{ files: ['**/*.ts'], plugins: { lg: loopguard }, rules: { 'lg/no-sync-io-in-handler': '${severity}' }${more} }];`;

describe('the configuration of the workspace’s ESLint', function () {
  this.timeout(120_000);
  let project: LintProject;
  let client: LanguageClient;

  beforeEach(() => {
    project = new LintProject('eslint', KIOSK);
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    project.remove();
  });

  async function begin(initializationOptions: InitializationOptions, settings: object = {}): Promise<void> {
    client = new LanguageClient({
      capabilities: CAPABILITIES,
      folders: [project.path],
      settings,
      initializationOptions,
    });
    await client.start();
  }
  const severity = (level: number): Promise<unknown> =>
    client.publishedWhere(project.at(PAGES), ([first]) => first?.severity === level);
  const configurationChanged = (): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri(project.at('eslint.config.js')), type: 2 }],
    });

  it('counts in a trusted workspace, and is followed when it changes', async () => {
    project.configure(on('warn'));
    await begin({ trusted: true }, { rules: { 'no-sync-io-in-handler': { severity: 'hint' } } });
    await severity(WARNING);
    project.configure(on('error'));
    await configurationChanged();
    await severity(ERROR);
    project.configure(on('off'));
    await configurationChanged();
    await client.publishedWhere(project.at(PAGES), ([first]) => first?.severity === 4);
  });

  it('is not asked in a workspace that is not trusted, until it is', async () => {
    project.configure("import { writeFileSync } from 'node:fs';", "writeFileSync('executed', '');", on('warn'));
    await begin({ trusted: false });
    await severity(ERROR);
    assert.equal(project.has('executed'), false, 'no code of the workspace is executed');
    await client.connection.sendNotification(EDITOR_CHANGED, { trusted: true });
    await severity(WARNING);
    assert.equal(project.has('executed'), true);
  });

  it('is not asked when the settings say so', async () => {
    project.configure(on('warn'));
    await begin({ trusted: true }, { eslint: 'off' });
    await severity(ERROR);
  });

  it('tells the analysis what the settings of the plugin say', async () => {
    project.configure(on('warn', ", settings: { loopguard: { nonblocking: ['./src/pages.ts.readPage'] } }"));
    project.write(
      'src/other.ts',
      `${KIOSK['src/server.ts']}import { readFileSync } from 'node:fs';\nsetInterval(() => readFileSync('x'), 9);\n`,
    );
    await begin({ trusted: true });
    await client.publishedWhere(project.at('src/other.ts'), found =>
      found.some(({ severity: level }) => level === WARNING),
    );
    assert.deepEqual(client.published.get(uri(project.at(PAGES)))?.diagnostics ?? [], []);
  });

  it('may differ from file to file', async () => {
    project.write(
      'src/jobs/sweep.ts',
      "import { readFileSync } from 'node:fs';\nsetInterval(() => readFileSync('x'), 9);\n",
    );
    project.write(
      'src/quiet/sweep.ts',
      "import { readFileSync } from 'node:fs';\nsetInterval(() => readFileSync('x'), 9);\n",
    );
    project.configure(
      'const plugins = { loopguard };',
      "export default [{ files: ['src/**/*.ts'], plugins, rules: { 'loopguard/no-sync-io-in-handler': 'warn' } },",
      "  { files: ['src/jobs/*.ts'], plugins, rules: { 'loopguard/no-sync-io-in-handler': ['error', { contexts: ['timer'] }] } },",
      "  { ignores: ['src/quiet/*'] }];",
    );
    await begin({ trusted: true });
    await severity(WARNING);
    await client.publishedWhere(project.at('src/jobs/sweep.ts'), ([first]) => first?.severity === ERROR);
    assert.deepEqual(client.published.get(uri(project.at('src/quiet/sweep.ts')))?.diagnostics ?? [], []);
  });

  it('leaves findings in open files to the ESLint extension, but not the hints', async () => {
    project.configure(on('warn'));
    await begin({ trusted: true, eslintExtension: true });
    await severity(WARNING);
    await client.open(project.at(PAGES), KIOSK[PAGES]);
    await client.publishedWhere(project.at(PAGES), ({ length }) => length === 0);
    await client.open(project.at('src/server.ts'), KIOSK['src/server.ts']);
    await client.publishedWhere(project.at('src/server.ts'), ([first]) => first?.severity === 4);
    client.settings = { eslint: 'always' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await severity(WARNING);
  });

  it('that is broken is told in one line, and the settings count', async () => {
    project.write('eslint.config.js', 'export default [;');
    await begin({ trusted: true });
    await severity(ERROR);
    assert.equal(client.log.filter(line => line.includes('is not honoured: ')).length, 1, client.log.join('\n'));
  });

  it('may be one of several in a project, of the folders that are open', async () => {
    project.remove();
    const packages = ['a', 'b', 'c'];
    const files = packages.flatMap(name =>
      Object.entries(KIOSK).map(([file, text]) => [`packages/${name}/${file}`, text.replace('"kiosk"', `"${name}"`)]),
    );
    project = new LintProject('eslint-9', {
      ...(Object.fromEntries(files) as Record<string, string>),
      'package.json': '{ "name": "mono", "type": "module", "workspaces": ["packages/*"] }',
      'packages/c/eslint.config.js': 'export default [;',
    });
    for (const [name, level] of [
      ['a', 'error'],
      ['b', 'warn'],
    ] as const) {
      const text = ["import loopguard from 'eslint-plugin-loopguard';", on(level)].join('\n');
      project.write(`packages/${name}/eslint.config.js`, text);
    }
    client = new LanguageClient({
      capabilities: CAPABILITIES,
      folders: packages.map(name => project.at(`packages/${name}`)),
      initializationOptions: { trusted: true },
    });
    await client.start();
    const level = (name: string, expected: number): Promise<unknown> =>
      client.publishedWhere(project.at(`packages/${name}/${PAGES}`), ([first]) => first?.severity === expected);
    await level('a', ERROR);
    await level('b', WARNING);
    await client.publishedWhere(project.at(`packages/c/${PAGES}`), ({ length }) => length === 1);
  });
});
