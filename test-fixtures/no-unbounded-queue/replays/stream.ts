import { on, type EventEmitter } from 'node:events';
import { ReplaySubject } from 'rxjs';

export const prices = new ReplaySubject<number>();
//                        ^^^^^^^^^^^^^ strict/no-unbounded-queue: `prices` keeps every value for those who
//                        | subscribe later: it has no size.
export const lastPrices = new ReplaySubject<number>(10);
export const allPrices = new ReplaySubject<number>(Infinity);
//                           ^^^^^^^^^^^^^ strict/no-unbounded-queue

export async function print(source: EventEmitter): Promise<void> {
  for await (const [value] of on(source, 'value')) console.log(value);
//                            ^^ strict/no-unbounded-queue: Events that come before the last is worked off
//                            | wait here without a limit.
}

export async function printSlowly(source: EventEmitter): Promise<void> {
  for await (const [value] of on(source, 'value', { highWaterMark: 100 })) console.log(value);
}
