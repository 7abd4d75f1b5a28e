export function load(): string[] {
//              ^^^^ fact/context: unknown-export
  return [];
}
