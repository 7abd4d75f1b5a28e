interface Ending {
  dispose(): void;
}

interface Source {
  onChange(listener: () => void): Ending;
  onClose(listener: () => void): Ending;
}

class Disposable {
  private readonly kept: Ending[] = [];

  protected _register(ending: Ending): void {
    this.kept.push(ending);
  }

  dispose(): void {
    for (const ending of this.kept) ending.dispose();
  }
}

export class View extends Disposable {
  constructor(private readonly core: { readonly source: Source }) {
    super();
    this._register(this.core.source.onClose(() => this.draw()));
    this.core.source.onChange(() => this.draw());
//                   ^^^^^^^^ no-unreleased-listener: The disposable that `onChange` returns is dropped, though this class keeps its others.
  }

  private draw(): void {
    console.log('draw');
  }
}
