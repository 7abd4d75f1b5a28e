class Emitter {
  dispose(): void {
    console.log('gone');
  }
}

export class Atlas {
  private readonly added = new Emitter();
  private readonly removed = new Emitter();
//                               ^^^^^^^ no-unreleased-listener: `dispose` releases `added` and leaves `removed`.

  use(): Emitter[] {
    return [this.added];
  }

  dispose(): void {
    this.added.dispose();
  }
}
