import * as fs from 'node:fs';

export class Stock {
  constructor(private readonly folder: string) {}

  count(flower: string): number {
    return Number(fs.readFileSync(`${this.folder}/${flower}.txt`, 'utf8'));
  }
}
