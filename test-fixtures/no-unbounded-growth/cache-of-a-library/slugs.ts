const known = new Map<string, string>();

export function slug(title: string): string {
  let made = known.get(title);
  if (made === undefined) {
    made = title.toLowerCase().replaceAll(' ', '-');
    known.set(title, made);
//        ^^^ no-unbounded-growth: `known` gains a key for each new argument; none is ever removed.
  }
  return made;
}
