import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

class Till {
  private total: number;

  constructor(private readonly file: string) {
    this.total = Number(readFileSync(file, 'utf8'));
  }

  add(amount: number): void {
    this.total += amount;
    this.save();
  }

  get balance(): number {
    return this.total;
  }

  private save(): void {
    writeFileSync(this.file, String(this.total));
//  ^^^^^^^^^^^^^ no-sync-io-in-handler
  }
}

const till = new Till('till.txt');

createServer((request, response) => {
  till.add(Number(request.url?.slice(1)));
  response.end(String(till.balance));
}).listen(0);
