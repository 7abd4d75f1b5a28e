import type { TextEdit } from '../model.js';

/** A statement that imports names, as rewrites add one. */
const ADDED = /^(\s*(?:import|const) \{ )(.*)( \} (?:from |= require\().*)$/s;

/** Makes one import of those that several changes add of one module at one place. */
export function joinImports(edits: readonly TextEdit[]): readonly TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits) {
    const at = joined.findIndex(other => isSamePlace(other, edit) && namesOf(other, edit) !== undefined);
    const names = at < 0 ? undefined : namesOf(joined[at]!, edit);
    if (names === undefined) joined.push(edit);
    else joined[at] = { ...edit, text: names };
  }
  return joined;
}

const isSamePlace = ({ span: a }: TextEdit, { span: b }: TextEdit): boolean =>
  a[0] === a[1] && a[0] === b[0] && a[1] === b[1];

/** The statement with the names of both; undefined where they do not import from the same module. */
function namesOf(one: TextEdit, other: TextEdit): string | undefined {
  const [, start, names, end] = ADDED.exec(one.text) ?? [];
  const [, otherStart, more, otherEnd] = ADDED.exec(other.text) ?? [];
  if (start === undefined || names === undefined || more === undefined || start !== otherStart || end !== otherEnd)
    return undefined;
  return `${start}${[...new Set([...names.split(', '), ...more.split(', ')])].join(', ')}${end}`;
}
