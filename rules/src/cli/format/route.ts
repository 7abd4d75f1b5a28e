import type { Place } from '../report.js';
import type { PathStyle } from '../paths.js';
import { printable } from '../terminal.js';

/** A route as indented lines: where, then what happens there. The first step is the handler. */
export function routeLines(
  route: readonly { readonly place: Place; readonly message: string }[],
  path: PathStyle,
  indent: string,
  dim: (text: string) => string,
): string[] {
  const places = route.map(({ place }) => `${printable(path(place.file))}:${String(place.start.line)}`);
  const width = Math.max(0, ...places.map(({ length }) => length));
  return route.map(({ message }, step) => {
    const arrow = step === 0 ? '  ' : '→ ';
    return `${indent}${dim(arrow + (places[step] ?? '').padEnd(width))}  ${printable(message)}`;
  });
}
