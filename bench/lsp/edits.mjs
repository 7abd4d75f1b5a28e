/**
 * What a person types, one keystroke or one paste each, over and over in a generated service: characters of a name,
 * a call that blocks, a comment, a new function, taken back again.
 *
 * @param {string} text of the file as it is on the disk
 * @param {number} count
 * @returns {Generator<{ kind: string, changes: object[] }>}
 */
export function* edits(text, count) {
  const lines = text.split('\n');
  // Inside the last method of the file, before its last statement.
  const at = lines.findLastIndex(line => /^ {4}return /.test(line));
  if (at < 0) throw new Error('no method to type in');
  const position = character => ({ line: at, character });
  const insert = (character, typed) => ({
    range: { start: position(character), end: position(character) },
    text: typed,
  });
  const remove = (character, length) => ({
    range: { start: position(character), end: position(character + length) },
    text: '',
  });
  const scripts = [
    ['a name', 'const typed = 1; '],
    ['a call', 'globalThis.setTimeout(() => 1, 5); '],
    ['a comment', '/* a remark */ '],
    ['a string', "const text = 'some words'; "],
  ];
  const pastes = [
    ['paste a blocking call', "require('node:fs').readFileSync('menu'); "],
    ['paste a function', 'const area = (x: number): number => { return x * x; }; area(2); '],
    ['paste a handler', "require('node:http').createServer(() => { require('node:fs').statSync('x'); }); "],
  ];
  for (let done = 0; done < count;) {
    for (const [kind, script] of scripts) {
      for (const [i, character] of [...script].entries()) {
        if (done++ >= count) return;
        yield { kind: `type ${kind}`, changes: [insert(4 + i, character)] };
      }
      if (done++ >= count) return;
      yield { kind: 'delete a line', changes: [remove(4, script.length)] };
    }
    for (const [kind, script] of pastes) {
      if (done++ >= count) return;
      yield { kind, changes: [insert(4, script)] };
      if (done++ >= count) return;
      yield { kind: 'delete a line', changes: [remove(4, script.length)] };
    }
  }
}
