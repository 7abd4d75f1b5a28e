import { pick, Shed } from './shed.js';

class Gardener {
  constructor(private readonly shed: Shed) {}

  work(): void {
    this.shed.open();
//            ^^^^ fact/edge: B Shed.open
    pick('apple');
//  ^^^^ fact/edge: A pick
    this.rest();
//       ^^^^ fact/edge: B Gardener.rest
  }

  rest(): void {
    sleep();
//  ^^^^^ fact/edge: A sleep
  }
}

function sleep(): void {}

new Gardener(new Shed()).work();
