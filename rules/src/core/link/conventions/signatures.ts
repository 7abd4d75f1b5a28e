import type { SignatureRow } from '../../catalog/schema.js';
import type { RefId } from '../../model.js';
import type { Evaluation } from '../evaluation.js';
import { functionIdOf } from '../function-values.js';
import type { ConventionRoots } from './convention-roots.js';

/** A row about a declared type, and the type's path. */
interface Signature {
  readonly row: SignatureRow;
  readonly path: string;
}

/** `const list: RequestHandler = …`, `(req: NextApiRequest) => …`. */
export function findTyped(found: ConventionRoots, file: number): void {
  const { evaluation } = found;
  const { program, catalog } = evaluation;
  const facts = program.facts[file]!;
  for (const { type, values } of facts.variables) {
    const signature = signatureOf(evaluation, file, type, catalog.functionSignatures);
    if (signature) for (const ref of values) addTyped(found, file, ref, signature);
  }
  for (const [fn, fact] of facts.functions.entries()) {
    for (const { type } of fact.params) {
      const signature = signatureOf(evaluation, file, type, catalog.paramSignatures);
      if (!signature) continue;
      const { context } = signature.row;
      found.add(program.id(file, fn), context, fact.name || context, `takes a \`${signature.path}\``);
    }
  }
}

function addTyped(found: ConventionRoots, file: number, ref: RefId, { row, path }: Signature): void {
  const { evaluation } = found;
  for (const value of evaluation.eval(file, ref)) {
    if (evaluation.values.kinds[value] !== 'fn') continue;
    const fn = functionIdOf(evaluation, value);
    const name = evaluation.program.fact(fn).name || row.context;
    found.add(fn, row.context, name, `its declared type is \`${path}\``);
    found.give(fn, row.gives);
  }
}

/** The row for a declared type, unions looked through. */
function signatureOf(
  evaluation: Evaluation,
  file: number,
  type: RefId | undefined,
  rows: ReadonlyMap<string, SignatureRow>,
): Signature | undefined {
  if (type === undefined) return undefined;
  const ref = evaluation.program.facts[file]!.refs[type]!;
  if (ref[0] === 'either') {
    for (let i = 1; i < ref.length; i++) {
      const found = signatureOf(evaluation, file, ref[i] as RefId, rows);
      if (found) return found;
    }
  }
  if (ref[0] !== 'instance') return undefined;
  for (const value of evaluation.eval(file, ref[1] as RefId)) {
    const path = evaluation.values.paths[value]!;
    const row = rows.get(path);
    if (row) return { row, path };
  }
  return undefined;
}
