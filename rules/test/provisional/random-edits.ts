import type { RandomSource } from '../host/random-source.js';

/** Does one thing to a text that people do while they write. */
export function randomEdit(random: RandomSource, text: string, original: string): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const line = lines[at] ?? '';
  switch (random.below(8)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines[at] = `// ${line}`;
      break;
    case 2:
      lines.splice(random.below(lines.length), 0, line);
      break;
    case 3:
      lines.splice(at, 0, '// a remark');
      break;
    case 4: {
      const other = random.below(lines.length);
      [lines[at], lines[other]] = [lines[other] ?? '', line];
      break;
    }
    case 5: {
      const names = [...text.matchAll(/\b(?:function|const|let|class) (\w+)/g)].map(([, name]) => name ?? '');
      return names.length === 0 ? text : text.replaceAll(new RegExp(`\\b${random.pick(names)}\\b`, 'g'), 'renamed');
    }
    case 6:
      lines[at] = line.slice(0, random.below(line.length + 1));
      break;
    default:
      return original;
  }
  return lines.join('\n');
}
