export class Sessions {
  private readonly known = new Map<string, number>();

  constructor() {
    setInterval(() => this.prune(), 60_000).unref();
  }

  destroy(id: string): void {
    this.known.delete(id);
  }

  private prune(): void {
    for (const [id, until] of this.known) if (until < Date.now()) this.known.delete(id);
  }
}
