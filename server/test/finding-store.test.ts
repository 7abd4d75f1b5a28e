import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HandlerRoute } from 'eslint-plugin-loopguard/core/analysis';
import type { Finding } from 'eslint-plugin-loopguard/core/model';
import { FindingStore } from '#dist/project/finding-store.js';

const numRuns = Number(process.env['LOOPGUARD_FUZZ_RUNS'] ?? 500);
const seed = Number(process.env['LOOPGUARD_FUZZ_SEED'] ?? Math.trunc(Date.now() % 2 ** 31));
const FILES = ['a.ts', 'b.ts', 'c.ts', 'd.ts'] as const;

const step = (file: string, at: number) => ({ file, span: [at, at + 1] as const, message: 'calls' });

/** A finding in a file at a place, and where its handlers stand. */
interface Sample {
  readonly file: string;
  readonly at: number;
  readonly handlers: readonly { readonly file: string; readonly at: number; readonly by: string }[];
}

/** A store of samples that are made into findings anew each time, as an analysis does. */
class Sampled {
  readonly #handlers = new WeakMap<Finding, readonly HandlerRoute[]>();
  readonly store = new FindingStore(finding => this.#handlers.get(finding) ?? []);

  findings(samples: readonly Sample[]): readonly Finding[] {
    return samples.map(({ file, at, handlers }) => {
      const finding: Finding = {
        ruleId: 'rule',
        messageId: 'message',
        message: `at ${String(at)}`,
        routeText: '',
        certainty: 'certain',
        file,
        span: [at, at + 1],
        route: [step(file, at)],
        handlers: handlers.length,
        key: `${file} ${String(at)}`,
      };
      const routes = handlers.map((handler): HandlerRoute => {
        const route = [step(handler.file, handler.at), step(handler.by, 0), step(file, at)];
        const place = { name: 'f', file: handler.file, span: [handler.at, handler.at + 1] as const };
        const [context, certainty] = ['request', 'certain'] as const;
        return { ...place, event: 'get', kind: 'fires', context, certainty, route, message: '', lead: '' };
      });
      this.#handlers.set(finding, routes);
      return finding;
    });
  }

  /** All that the store says. */
  look(): unknown {
    const { store } = this;
    return {
      files: store.files,
      handlerFiles: store.handlerFiles,
      all: store.files.flatMap(file => store.in(file)),
      routes: FILES.map(file => store.routesIn(file)),
      passing: FILES.map(file => [...store.passing(file)].sort()),
    };
  }
}

const file = fc.constantFrom(...FILES);
const handler = fc.record({ file, at: fc.nat(1), by: file });
const sample: fc.Arbitrary<Sample> = fc.record({ file, at: fc.nat(2), handlers: fc.array(handler, { maxLength: 2 }) });
const samples = fc
  .uniqueArray(sample, { maxLength: 6, selector: one => `${one.file} ${String(one.at)}` })
  .map(all => all.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.at - b.at)));

/** Files in which something looks different or is told of an edited file, worked out from all of both texts. */
function expected(before: readonly Sample[], after: readonly Sample[], edited: ReadonlySet<string>): readonly string[] {
  const touched = new Set(edited);
  for (const one of FILES) {
    const [old, now] = [before, after].map(all => all.filter(each => each.file === one)) as [Sample[], Sample[]];
    const places = [...old, ...now].flatMap(each => [
      each.file,
      ...each.handlers.flatMap(from => [from.file, from.by]),
    ]);
    if (JSON.stringify(old) === JSON.stringify(now) && !places.some(place => edited.has(place))) continue;
    for (const each of [one, ...[...old, ...now].flatMap(({ handlers }) => handlers.map(from => from.file))])
      touched.add(each);
  }
  return [...touched].sort();
}

describe(`FindingStore (LOOPGUARD_FUZZ_SEED=${String(seed)})`, () => {
  it('replaces all findings, and says in which files something looks different', () => {
    fc.assert(
      fc.property(samples, samples, fc.uniqueArray(file, { maxLength: 1 }), (before, after, editedFiles) => {
        const edited = new Set(editedFiles);
        const fresh = new Sampled();
        fresh.store.replaceAll(fresh.findings(after), new Set());
        const replaced = new Sampled();
        replaced.store.replaceAll(replaced.findings(before), new Set());
        const touched = replaced.store.replaceAll(replaced.findings(after), edited);
        assert.deepEqual([...touched].sort(), expected(before, after, edited));
        assert.deepEqual(replaced.look(), fresh.look());
        // File by file it comes to the same.
        const single = new Sampled();
        single.store.replaceAll(single.findings(before), new Set());
        for (const one of FILES) single.store.replace(one, single.findings(after.filter(each => each.file === one)));
        assert.deepEqual(single.look(), fresh.look());
      }),
      { seed, numRuns, endOnFailure: true },
    );
  });

  it('finds nothing different about the same findings', () => {
    fc.assert(
      fc.property(samples, all => {
        const sampled = new Sampled();
        sampled.store.replaceAll(sampled.findings(all), new Set());
        assert.deepEqual(sampled.store.replaceAll(sampled.findings(all), new Set()), []);
      }),
      { seed, numRuns, endOnFailure: true },
    );
  });

  const BEFORE: readonly Sample[] = [{ file: 'a.ts', at: 0, handlers: [{ file: 'b.ts', at: 0, by: 'c.ts' }] }];
  const AFTER: readonly Sample[] = FILES.map(one => ({ file: one, at: 1, handlers: [] }));

  it('changes nothing before the last step', () => {
    const sampled = new Sampled();
    const { store } = sampled;
    store.replaceAll(sampled.findings(BEFORE), new Set());
    const before = sampled.look();
    const steps = store.replaceAllInSteps(sampled.findings(AFTER), new Set());
    for (const _ of FILES) {
      assert.equal(steps.next().done, false);
      assert.deepEqual(sampled.look(), before);
    }
    assert.deepEqual([...(steps.next().value ?? [])].sort(), ['a.ts', 'b.ts', 'c.ts', 'd.ts']);
    assert.deepEqual(store.files, FILES);
  });

  it('leaves alone what was replaced meanwhile', () => {
    const sampled = new Sampled();
    const { store } = sampled;
    store.replaceAll(sampled.findings(BEFORE), new Set());
    const steps = store.replaceAllInSteps(sampled.findings(AFTER), new Set());
    steps.next();
    store.replace('a.ts', []);
    assert.deepEqual(steps.next(), { done: true, value: undefined });
    assert.deepEqual(store.files, []);
  });
});
