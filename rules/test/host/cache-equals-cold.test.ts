import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalysis } from '#dist/core/engine.js';
import { runSteps } from '#dist/core/steps.js';
import type { CreateAnalysis } from '#dist/host/live-workspace.js';
import { SettingsError } from '#dist/host/settings.js';
import { openWorkspace, type Workspace } from '#dist/host/workspace.js';
import { CONFIGURATIONS, randomSource, SOURCE_PATHS } from './random-project.js';
import { RandomSource } from './random-source.js';
import { removeTemporaryProjects, temporaryProject, writeTree } from './temporary-project.js';
import { ToldAnalysis } from './told-analysis.js';

const STEPS = Number(process.env['LOOPGUARD_STEPS'] ?? 1000);
const SEED = Number(process.env['LOOPGUARD_SEED'] ?? 20_261);
/** Explanations of all files are compared this often; of changed files always. */
const EXPLAIN_ALL = 50;

/** An open workspace and what its engine was told. */
interface Opened {
  readonly workspace: Workspace;
  readonly told: ToldAnalysis;
}

function open(root: string, cacheDir: string | false): Opened {
  const made: ToldAnalysis[] = [];
  const listening: CreateAnalysis = (port, settings) => {
    const told = new ToldAnalysis(createAnalysis(port, settings), settings);
    made.push(told);
    return told.analysis;
  };
  const workspace = openWorkspace({ root, cacheDir, workers: false }, listening);
  const told = made[0];
  assert.ok(told);
  return { workspace, told };
}

/** Everything a person could get to see, as one text. */
function answers({ workspace, told }: Opened, explained: readonly string[]): string {
  const { analysis, notices } = workspace;
  return JSON.stringify(
    {
      told: told.told(workspace),
      findings: analysis.findings(),
      strict: analysis.findings({ strict: true }),
      explanations: explained.map(path => analysis.explain(path)),
      stats: analysis.stats(),
      notices,
    },
    null,
    1,
  );
}

/** The project under test: on disk, unsaved, and a mirror on whose disk the unsaved is saved. */
class Changing {
  readonly root = temporaryProject({});
  readonly mirror = temporaryProject({});
  readonly cacheDir = join(this.root, 'node_modules/.cache/loopguard');
  private readonly disk = new Map<string, string>();
  private readonly unsaved = new Map<string, string>();
  /** Choices that change nothing of what is done, only the way it is told. */
  private readonly ways = new RandomSource(SEED + 1);
  /** Former contents, to come back to. */
  private readonly past: string[] = [];
  live: Opened;

  constructor(private readonly random: RandomSource) {
    mkdirSync(join(this.root, 'node_modules'));
    for (const path of SOURCE_PATHS) if (!random.once(3)) this.save(path, randomSource(random));
    this.save('package.json', JSON.stringify(CONFIGURATIONS['package.json']?.[1]));
    this.live = open(this.root, this.cacheDir);
  }

  /** Makes one random change, tells the live workspace, and says what was done. */
  step(): string {
    const { random } = this;
    const path = random.pick(SOURCE_PATHS);
    const kind = random.below(20);
    if (kind < 5)
      return this.onDisk(`edit ${path}`, [path], () => {
        this.save(path, randomSource(random));
      });
    if (kind < 6)
      return this.onDisk(`append to ${path}`, [path], () => {
        this.save(path, `${this.disk.get(path) ?? ''}\n// later\n`);
      });
    if (kind < 8)
      return this.onDisk(`revert ${path}`, [path], () => {
        this.save(path, this.past.length > 0 ? random.pick(this.past) : '');
      });
    if (kind < 9)
      return this.onDisk(`delete ${path}`, [path], () => {
        this.remove(path);
      });
    if (kind < 10) {
      const to = random.pick(SOURCE_PATHS);
      return this.onDisk(`move ${path}`, [path, to], () => {
        this.move(path, to);
      });
    }
    if (kind < 13) return this.configure();
    if (kind < 17) return this.type(path, randomSource(random));
    if (kind < 18) return this.type(random.pick([...this.unsaved.keys(), path]), undefined);
    if (kind < 19) return this.damage();
    return this.reopen();
  }

  /** The cold answer: a new workspace without a cache, on a disk where all is saved. */
  cold(): Opened {
    return open(this.mirror, false);
  }

  private onDisk(what: string, paths: readonly string[], change: () => void): string {
    const { workspace } = this.live;
    const way = this.ways.below(4);
    // Begun before the change, finished after it: nothing of it may be lost, or come twice.
    const under = way === 0 ? workspace.refreshInSteps() : undefined;
    for (let step = this.ways.below(20); under && step > 0; step--) under.next();
    change();
    if (way < 2) runSteps(workspace.refreshInSteps());
    else if (way > 2 || !workspace.update(paths)) workspace.refresh();
    if (under) assert.deepEqual(runSteps(under), { files: [], reconfigured: false });
    return what;
  }

  /** Asks for estimates, and begins solutions that are left unfinished: neither may show in exact answers. */
  disturb(): void {
    const { analysis } = this.live.workspace;
    if (this.ways.once(2)) analysis.findings({ provisional: true });
    if (!this.ways.once(3)) return;
    const steps = analysis.settle();
    for (let step = this.ways.below(600); step > 0 && !steps.next().done; step--);
  }

  private configure(): string {
    const path = this.random.pick(Object.keys(CONFIGURATIONS));
    const content = this.random.pick(CONFIGURATIONS[path]?.map(value => [value]) ?? [])[0];
    const text = content === undefined || typeof content === 'string' ? content : JSON.stringify(content);
    return this.onDisk(`configure ${path}: ${text ?? 'none'}`, [path], () => {
      if (text === undefined) this.remove(path);
      else this.save(path, text);
    });
  }

  private type(path: string, text: string | undefined): string {
    if (text === undefined) this.unsaved.delete(path);
    else this.unsaved.set(path, text);
    const seen = text ?? this.disk.get(path);
    if (seen === undefined) rmSync(join(this.mirror, path), { force: true });
    else writeTree(this.mirror, { [path]: seen });
    this.live.workspace.setOverlay(path, text);
    return `${text === undefined ? 'drop' : 'type'} ${path}`;
  }

  /** Spoils something in the cache's folder; half of the time the workspace is opened anew on it. */
  private damage(): string {
    const { random } = this;
    const packs = readdirSync(this.cacheDir);
    const pack = packs.length === 0 ? undefined : join(this.cacheDir, random.pick(packs));
    if (pack !== undefined) {
      const bytes = readFileSync(pack);
      const ways = [
        () => {
          truncateSync(pack, random.below(bytes.length));
        },
        () => {
          const at = random.below(bytes.length);
          bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
          writeFileSync(pack, bytes);
        },
        () => {
          rmSync(pack);
        },
        () => {
          writeFileSync(pack, '{"refs":[]}');
        },
      ];
      random.pick(ways)();
    }
    return random.once(2) ? `damage and ${this.reopen()}` : 'damage';
  }

  private reopen(): string {
    this.live.workspace.close();
    this.live = open(this.root, this.cacheDir);
    for (const [path, text] of this.unsaved) this.live.workspace.setOverlay(path, text);
    return 'reopen';
  }

  private save(path: string, text: string): void {
    this.disk.set(path, text);
    if (SOURCE_PATHS.includes(path)) this.past.push(text);
    writeTree(this.root, { [path]: text });
    if (!this.unsaved.has(path)) writeTree(this.mirror, { [path]: text });
  }

  private remove(path: string): void {
    this.disk.delete(path);
    rmSync(join(this.root, path), { force: true });
    if (!this.unsaved.has(path)) rmSync(join(this.mirror, path), { force: true });
  }

  private move(from: string, to: string): void {
    const text = this.disk.get(from);
    if (text === undefined || from === to) return;
    this.remove(from);
    this.save(to, text);
  }
}

/** The result, or undefined when the settings are refused; nothing else may go wrong. */
function unlessRefused<T>(action: () => T, where: () => string): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof SettingsError) return undefined;
    throw new Error(where(), { cause: error });
  }
}

describe('a cached, long-lived workspace', () => {
  after(removeTemporaryProjects);

  it(`answers like a cold one after each of ${String(STEPS)} random changes`, function () {
    this.timeout(300_000);
    const project = new Changing(new RandomSource(SEED));
    const log: string[] = [];
    let found = 0;
    for (let step = 1; step <= STEPS; step++) {
      const where = (): string => `seed ${String(SEED)}, step ${String(step)}: ${log.slice(-3).join('; ')}`;
      const what = unlessRefused(() => project.step(), where);
      log.push(what ?? 'refused');
      project.disturb();
      const cold = unlessRefused(() => project.cold(), where);
      if (cold === undefined) {
        // Settings that cannot be used are refused hot and cold alike.
        assert.throws(() => project.live.workspace.refresh(), SettingsError, where());
        continue;
      }
      assert.ok(what !== undefined, where());
      const files =
        step % EXPLAIN_ALL === 0 ? cold.workspace.port.files() : SOURCE_PATHS.filter(path => what.includes(path));
      const expected = answers(cold, files);
      const actual = answers(project.live, files);
      if (actual !== expected) assert.deepEqual(JSON.parse(actual), JSON.parse(expected), where());
      assert.equal(actual, expected, where());
      found += cold.workspace.analysis.findings().length;
    }
    assert.ok(found > STEPS / 10, `only ${String(found)} findings were compared`);
  });
});
