import picomatch from 'picomatch';
import type { Program } from '../link/program.js';
import type { ContextKind } from '../model.js';
import type { EngineSettings } from '../port.js';

/** Why the body of a file runs, when nothing in the program loads it. */
export interface ModuleContext {
  readonly context: ContextKind;
  readonly reason: string;
  /** Even a server it starts is a developer's own. */
  readonly developer?: true;
}

const TEST = picomatch(
  [
    '**/*.{test,spec,e2e,e2e-spec,cy,stories,bench}.*',
    '**/{test,tests,__tests__,__mocks__,__fixtures__,spec,specs,e2e,cypress,playwright,testing,test-utils,test-helpers}/**',
    '**/{jest,vitest,karma,mocha,playwright,cypress}.{setup,config}.*',
    '**/{setupTests,jest-setup,vitest-setup}.*',
    '**/{bench,benchmark,benchmarks}/**',
  ],
  { dot: true },
);

const BUILD = picomatch(
  [
    '**/*.config.{js,mjs,cjs,ts,mts,cts}',
    '**/{Gruntfile,gulpfile,Gulpfile,webpack.*,rollup.*,Jakefile}.{js,mjs,cjs,ts}',
    '**/{gulpfile,Gulpfile}.*/**',
    '**/.*rc.{js,cjs,mjs}',
  ],
  { dot: true },
);

const TOOL = picomatch(
  [
    '**/{bin,scripts,script,tools,tooling,cli,tasks,build-scripts,migrations,seeds,seeders,codemods,generators}/**',
    '**/{cli,seed,migrate,postinstall,preinstall,install}.{js,mjs,cjs,ts,mts,cts}',
  ],
  { dot: true },
);

/** What a file is for, by settings, by the manifest and by where it stands; undefined for ordinary modules. */
export function moduleContext(program: Program, settings: EngineSettings): (file: number) => ModuleContext | undefined {
  const bins = new Set(program.port.manifest.bins);
  const scripts = new Set(program.port.manifest.scripts);
  const said = Object.entries(settings.contexts ?? {}).map(([glob, context]) => ({
    glob,
    context,
    matches: picomatch(glob, { dot: true }),
  }));
  return file => {
    const path = program.paths[file]!;
    const setting = said.find(({ matches }) => matches(path));
    if (setting) return { context: setting.context, reason: `the settings say so of \`${setting.glob}\`` };
    if (TEST(path)) return { context: 'test', reason: 'a test, by its name or folder' };
    if (BUILD(path)) return { context: 'cli', reason: 'configuration of a build tool, by its name', developer: true };
    if (bins.has(path)) return { context: 'cli', reason: 'a command, named under `bin` in package.json' };
    if (scripts.has(path)) return { context: 'cli', reason: 'run by an entry of `scripts` in package.json' };
    if (program.facts[file]!.shebang) return { context: 'cli', reason: 'a command: it starts with `#!`' };
    if (TOOL(path)) return { context: 'cli', reason: 'a script or tool, by its name or folder' };
    return undefined;
  };
}
