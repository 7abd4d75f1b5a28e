export class Shed {
  open(): void {}
}

export function pick(fruit: string): string {
  return fruit;
}
