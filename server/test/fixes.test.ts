import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { casesIn, readCase } from '../../rules/dist-test/fixtures/cases.js';
import { writeFixed } from '../../rules/dist-test/fixtures/fixed.js';
import { run } from '../../rules/dist-test/fixtures/run.js';
import { applyEdits, editsOf } from './apply-edit.js';
import { CAPABLE, MODEST } from './capabilities.js';
import { FolderCopies } from './folder-copy.js';
import { LanguageClient, uri } from './language-client.js';

const cases = casesIn('no-sync-io-in-handler').filter(one => [...readCase(one).keys()].some(isFixed));

for (const [how, capabilities] of [
  ['worked out when they are wanted', CAPABLE],
  ['told at once', MODEST],
] as const) {
  describe(`fixes that are ${how}`, function () {
    this.timeout(60_000);
    const copies = new FolderCopies();
    const folders = new Map(cases.map(one => [one.id, copies.copy(one.folder, one.id)]));
    const settings = { strict: true };
    const client = new LanguageClient({
      folders: [...folders.values()],
      capabilities,
      settings,
      initializationOptions: { settings },
    });
    before(() => client.start());
    after(async () => {
      await client.stop();
      copies.remove();
    });

    /** The text after each fix that is offered for a diagnostic, as `.fixed` files have it. */
    async function sections(path: string, file: string, text: string, diagnostic: Diagnostic): Promise<string[]> {
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: uri(path) },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic], only: ['quickfix'] },
      });
      const texts: string[] = [];
      for (const action of actions.filter(({ title }) => /^(?!Fix all|Disable|Show)/.test(title))) {
        assert.equal(action.edit === undefined, capabilities === CAPABLE);
        const { edit } = action.edit ? action : await client.request<CodeAction>('codeAction/resolve', action);
        assert.ok(edit);
        const fix = { title: action.title, grade: 'review', file, edits: [] } as const;
        const finding = { key: keyOf(diagnostic) } as Parameters<typeof writeFixed>[0][number]['finding'];
        texts.push(writeFixed([{ finding, fix, text: applyEdits(text, editsOf(edit, uri(path))) }]));
      }
      return texts;
    }

    for (const one of cases) {
      it(one.id, async () => {
        const texts = readCase(one);
        const { findings, strictFindings } = run(texts);
        const order = [...findings, ...strictFindings].map(({ key }) => key);
        for (const name of [...texts.keys()].filter(isFixed)) {
          const file = name.replace(/\.fixed$/, '');
          const path = join(folders.get(one.id) ?? '', file);
          const text = texts.get(file) ?? '';
          await client.open(path, text);
          const own = (await client.found(path))
            .filter(({ data }) => (data as { isStart?: true }).isStart !== true)
            .sort((a, b) => order.indexOf(keyOf(a)) - order.indexOf(keyOf(b)));
          const all: string[] = [];
          for (const diagnostic of own) all.push(...(await sections(path, file, text, diagnostic)));
          assert.equal(all.join(''), texts.get(name), file);
        }
      });
    }
  });
}

function isFixed(file: string): boolean {
  return file.endsWith('.fixed');
}

function keyOf({ data }: Diagnostic): string {
  return (data as { key: string }).key;
}
