import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Customer } from '../model.js';

export class CustomerRepository {
  private readonly byEmail = new Map<string, Customer>();

  constructor(private readonly file: string) {
    for (const customer of JSON.parse(readFileSync(file, 'utf8')) as Customer[]) {
      this.byEmail.set(customer.email, customer);
    }
  }

  findByEmail(email: string): Customer | undefined {
    return this.byEmail.get(email);
  }

  async add(customer: Customer): Promise<void> {
    this.byEmail.set(customer.email, customer);
//               ^^^ no-unbounded-growth
    await writeFile(this.file, JSON.stringify([...this.byEmail.values()], null, 2));
  }
}
