import assert from 'node:assert/strict';
import { join, relative, sep } from 'node:path';
import {
  type Diagnostic,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Finding, RouteStep } from 'eslint-plugin-loopguard/core/model';
import { casesIn, groups, readCase } from '../../rules/dist-test/fixtures/cases.js';
import { placeOf } from '../../rules/dist-test/fixtures/place.js';
import { run } from '../../rules/dist-test/fixtures/run.js';
import { CAPABLE } from './capabilities.js';
import { FolderCopies } from './folder-copy.js';
import { LanguageClient, uri } from './language-client.js';

const cases = groups()
  .filter(group => group.startsWith('no-'))
  .flatMap(group => casesIn(group));

/** The engine's answer in the words of a client: `file:line:column message`, then the way there. */
function expectedOf(texts: ReadonlyMap<string, string>): string[] {
  const { findings, strictFindings } = run(texts);
  const at = ({ file, span }: Pick<RouteStep, 'file' | 'span'>): string => {
    const { line, column } = placeOf(texts.get(file) ?? '', span);
    return `${file}:${line + 1}:${column + 1}`;
  };
  const told = ({ message, route, ...place }: Finding): string => {
    const steps = route.map(step => `\n  ${at(step)} ${step.message}`);
    return `${at(place)} ${message.length > 100 ? `${message.slice(0, 99)}…` : message}${steps.join('')}`;
  };
  return [...findings, ...strictFindings].map(told).sort();
}

function shownOf(folder: string, reports: readonly WorkspaceDocumentDiagnosticReport[]): string[] {
  const at = (of: string, { start }: Diagnostic['range']): string =>
    `${relative(uri(folder), of).split(sep).join('/')}:${start.line + 1}:${start.character + 1}`;
  return reports
    .filter(report => report.uri.startsWith(`${uri(folder)}/`))
    .flatMap(report => (report.kind === 'full' ? report.items.map(item => ({ item, of: report.uri })) : []))
    .filter(({ item }) => (item.data as { isStart?: true }).isStart !== true)
    .map(({ item: { message, range, relatedInformation = [] }, of }) => {
      const steps = relatedInformation.map(
        ({ location, message: step }) => `\n  ${at(location.uri, location.range)} ${step}`,
      );
      return `${decodeURIComponent(at(of, range))} ${typeof message === 'string' ? message : message.value}${steps.map(decodeURIComponent).join('')}`;
    })
    .sort();
}

/** One server for all cases, as folders of one workspace; settings of a case's rules hold for it alone. */
describe('the server says what the engine says', function () {
  this.timeout(120_000);
  const copies = new FolderCopies();
  const folders = new Map(cases.map(one => [one.id, copies.copy(one.folder, one.id)]));
  const optionsOf = (id: string): Readonly<Record<string, object>> | undefined => {
    const one = cases.find(other => other.id === id);
    const config = one && readCase(one).get('loopguard.config.json');
    return config === undefined ? undefined : (JSON.parse(config) as { options?: Record<string, object> }).options;
  };
  const client = new LanguageClient({
    folders: [...folders.values()],
    capabilities: CAPABLE,
    settings: { strict: true },
  });
  const pullAll = async (): Promise<readonly WorkspaceDocumentDiagnosticReport[]> => {
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    return items;
  };
  let reports: readonly WorkspaceDocumentDiagnosticReport[];
  before(async () => {
    await client.start();
    reports = await pullAll();
  });
  after(async () => {
    await client.stop();
    copies.remove();
  });

  it('has cases to look at, with findings', () => {
    assert.ok(cases.length > 50);
    assert.ok(reports.length > 50);
  });

  for (const one of cases) {
    it(one.id, async () => {
      const folder = folders.get(one.id) ?? '';
      const options = optionsOf(one.id);
      if (options) {
        await client.configure({ strict: true, rules: options });
        await client.receive('loopguard/status', client.of('loopguard/status').length + 1);
      }
      const shown = shownOf(folder, options ? await pullAll() : reports);
      assert.deepEqual(shown, expectedOf(readCase(one)));
      if (options) await client.configure({ strict: true });
    });
  }

  it('says the same of a file that is open', async () => {
    const one = cases.find(({ id }) => id.endsWith('/through-three-files'));
    assert.ok(one);
    const texts = readCase(one);
    const folder = folders.get(one.id) ?? '';
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const [file, text] of texts) {
      const path = join(folder, file);
      if (!/\.[jt]s$/.test(file)) continue;
      await client.open(path, text);
      items.push({ kind: 'full', uri: uri(path), version: 1, items: await client.found(path) });
    }
    assert.deepEqual(shownOf(folder, items), expectedOf(texts));
  });
});
