import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction, CodeActionParams, Connection, InitializeParams } from 'vscode-languageserver';
import type { Analysis } from 'eslint-plugin-loopguard/core/analysis';
import type { Fix } from 'eslint-plugin-loopguard/core/model';
import { abilitiesOf } from '#dist/client-abilities.js';
import { DEFAULTS } from '#dist/configuration/settings.js';
import { CodeActions } from '#dist/features/code-actions.js';
import { OfferedFixes } from '#dist/features/code-actions/offered-fixes.js';
import { Session } from '#dist/session.js';
import { applyEdits, editsOf } from './apply-edit.js';
import { CAPABLE } from './capabilities.js';
import { FolderCopies } from './folder-copy.js';
import { uri } from './language-client.js';

const TEXT = `import { readFileSync } from 'node:fs';
import express from 'express';

const app = express();
app.get('/menu', async (req, res) => {
  res.send(readFileSync('menu.json'));
});
app.get('/tea', async (req, res) => {
  res.send(readFileSync('tea.json'));
});
`;

/** The engine, as if its fixes were safe: no rule has a safe one yet. */
function madeSafe(analysis: Analysis): void {
  const { fixes, combinedFix } = analysis;
  const safe = (fix: Fix): Fix => ({ ...fix, grade: 'safe' });
  analysis.fixes = finding => fixes.call(analysis, finding).map(safe);
  analysis.combinedFix = (findings, isWanted) => combinedFix.call(analysis, findings, fix => isWanted(safe(fix)));
}

/** The actions alone, without a client. */
class Handlers {
  offer!: (params: CodeActionParams) => Promise<CodeAction[]>;
  resolve!: (action: CodeAction) => Promise<CodeAction>;
  readonly connection = {
    onCodeAction: (handler: Handlers['offer']) => (this.offer = handler),
    onCodeActionResolve: (handler: Handlers['resolve']) => (this.resolve = handler),
  } as unknown as Connection;
}

describe('safe fixes', () => {
  const copies = new FolderCopies();
  after(() => copies.remove());

  it('are made together on save', async () => {
    const folder = copies.write('safe', { 'server.ts': TEXT });
    const client = abilitiesOf({ capabilities: CAPABLE } as InitializeParams);
    const session = new Session({
      client,
      log: message => assert.fail(message),
      onProgress: () => undefined,
      editor: () => ({}),
    });
    session.start(DEFAULTS, [uri(folder)]);
    await session.ready();
    const handlers = new Handlers();
    new CodeActions(handlers.connection, session, new OfferedFixes(session));
    const at = uri(join(folder, 'server.ts'));
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const ask = (only: string[]): Promise<CodeAction[]> =>
      handlers.offer({ textDocument: { uri: at }, range: whole, context: { diagnostics: [], only } });
    assert.deepEqual(await ask(['source.fixAll']), []);

    const place = await session.placeOf(at);
    assert.ok(place?.project.workspace);
    madeSafe(place.project.workspace.analysis);
    await place.project.settle();
    assert.deepEqual(await ask(['source.fixAll.eslint']), []);
    for (const only of ['source', 'source.fixAll', 'source.fixAll.loopguard']) {
      const [action, ...more] = await ask([only]);
      assert.ok(action);
      assert.deepEqual(more, []);
      assert.deepEqual(
        [action.title, action.kind],
        ['Make all fixes of Loopguard that are safe', 'source.fixAll.loopguard'],
      );
      const { edit } = await handlers.resolve(action);
      assert.ok(edit);
      const text = applyEdits(readFileSync(join(folder, 'server.ts'), 'utf8'), editsOf(edit, at));
      assert.equal(text.match(/await readFile\(/g)?.length, 2);
      assert.equal(text.match(/import \{ readFile \} from 'node:fs\/promises'/g)?.length, 1);
      assert.ok(!text.includes('readFileSync'));
    }
    session.close();
  });
});
