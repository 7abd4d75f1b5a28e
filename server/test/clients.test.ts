import assert from 'node:assert/strict';
import type { ClientCapabilities } from 'vscode-languageserver';
import { KIOSK } from './kiosk.js';
import { LanguageClient, uri } from './language-client.js';
import { TemporaryFolder } from './temporary-folder.js';

/** What editors say they can do, as far as it matters here. */
const EDITORS: Readonly<Record<string, ClientCapabilities>> = {
  'one that says nothing': {},
  Neovim: {
    general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
    textDocument: {
      diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
      publishDiagnostics: { relatedInformation: true, dataSupport: true },
    },
    window: { workDoneProgress: true, showDocument: { support: true } },
    workspace: {
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: false },
      didChangeWatchedFiles: { dynamicRegistration: false },
      workspaceFolders: true,
      diagnostics: { refreshSupport: true },
    },
  },
  helix: {
    general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
    textDocument: { publishDiagnostics: { versionSupport: true } },
    window: { workDoneProgress: true },
    workspace: {
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: false },
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceFolders: true,
    },
  },
  Eglot: {
    general: { positionEncodings: ['utf-32', 'utf-8', 'utf-16'] },
    textDocument: { publishDiagnostics: { relatedInformation: false } },
    workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  },
  'lsp-mode': {
    general: { positionEncodings: ['utf-32', 'utf-8', 'utf-16'] },
    textDocument: {
      diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
      publishDiagnostics: { relatedInformation: true, versionSupport: true },
    },
    window: { workDoneProgress: true, showDocument: { support: true } },
    workspace: {
      configuration: true,
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceFolders: true,
      diagnostics: { refreshSupport: false },
    },
  },
  Zed: {
    general: { positionEncodings: ['utf-16'] },
    textDocument: {
      diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
      publishDiagnostics: { relatedInformation: true },
    },
    window: { workDoneProgress: true },
    workspace: {
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceFolders: true,
      diagnostics: { refreshSupport: true },
    },
  },
  'one that knows UTF-8 only': { general: { positionEncodings: ['utf-8'] } },
};

/** Those that pull diagnostics. Others say that they can, and would miss what a change means for other files. */
const PULL: readonly string[] = ['Zed'];

/** The call stands after characters that take 1, 2, 3 and 4 bytes. */
const ACCENTS = `import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
createServer(() => { /* é € 𝄞 */ readFileSync('menu', 'utf8'); });
`;
const BEFORE = 'createServer(() => { /* é € 𝄞 */ ';
const CHARACTERS = { 'utf-8': Buffer.byteLength(BEFORE), 'utf-16': BEFORE.length, 'utf-32': Array.from(BEFORE).length };

for (const [name, capabilities] of Object.entries(EDITORS)) {
  describe(`an editor: ${name}`, function () {
    this.timeout(60_000);
    let folder: TemporaryFolder;
    let client: LanguageClient;
    let encoding: keyof typeof CHARACTERS;
    const pulls = PULL.includes(name);
    const page = (): string => folder.at('src/accents.ts');

    before(async () => {
      folder = new TemporaryFolder({ ...KIOSK, 'src/accents.ts': ACCENTS });
      client = new LanguageClient({ name, capabilities, folders: [folder.path], settings: {} });
      const { capabilities: server } = await client.start();
      assert.equal(server.diagnosticProvider !== undefined, pulls);
      encoding = (server.positionEncoding ?? 'utf-16') as keyof typeof CHARACTERS;
    });
    after(async () => {
      assert.equal(await client.stop(), 0);
      folder.remove();
    });

    /** Column of the first finding in a file, however the client gets to know. */
    async function column(path: string, version?: number): Promise<number | undefined> {
      if (pulls) {
        const report = await client.pull(path);
        return report.kind === 'full' ? report.items[0]?.range.start.character : undefined;
      }
      await client.until(`version ${String(version)} of ${path}`, () => {
        const known = client.published.get(uri(path));
        return known !== undefined && known.version === version;
      });
      return client.published.get(uri(path))?.diagnostics[0]?.range.start.character;
    }

    it('counts as the client does', async () => {
      const offered = capabilities.general?.positionEncodings;
      assert.ok((offered ?? ['utf-16']).includes(encoding));
      assert.equal(await column(page()), CHARACTERS[encoding]);
    });

    it('is followed through edits in its own counting', async () => {
      await client.open(page(), ACCENTS);
      const start = { line: 2, character: CHARACTERS[encoding] };
      const clef = { 'utf-8': 4, 'utf-16': 2, 'utf-32': 1 }[encoding];
      // Two edits in one message: the second is told in terms of the text after the first.
      await client.change(page(), 2, [{ range: { start, end: start }, text: "'x𝄞y';" }]);
      const middle = { line: 2, character: start.character + 2 };
      await client.change(page(), 3, [
        { range: { start: middle, end: { line: 2, character: middle.character + clef } }, text: '𝄞𝄞' },
        { range: { start: middle, end: { line: 2, character: middle.character + clef } }, text: '' },
      ]);
      assert.equal(await column(page(), 3), CHARACTERS[encoding] + "'xy';".length + clef);
    });

    it('is told when a file changed and a document is saved', async () => {
      const pages = folder.at('src/pages.ts');
      assert.equal(await column(pages), 9);
      folder.write('src/pages.ts', KIOSK['src/pages.ts'].replace('readFileSync(`', 'String(`'));
      if (client.registered.has('workspace/didChangeWatchedFiles')) {
        await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: uri(pages), type: 2 }],
        });
      } else {
        await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uri(page()) } });
      }
      if (pulls) {
        // The file is not open: nobody asks the client to ask again, and the answer comes with the next question.
        while ((await column(pages)) !== undefined);
      } else {
        await client.publishedWhere(pages, ({ length }) => length === 0);
      }
    });
  });
}
