import { randomUUID } from 'node:crypto';
import { hashPassword, isPassword } from '../lib/passwords.js';
import { type Customer, ShopError } from '../model.js';
import type { CustomerRepository } from '../repositories/customer-repository.js';

export class AccountService {
  private readonly sessions = new Map<string, Customer>();

  constructor(private readonly customers: CustomerRepository) {}

  async register(email: string, password: string): Promise<Customer> {
    if (this.customers.findByEmail(email)) throw new ShopError(409, 'this address is taken');
    const customer = { id: randomUUID(), email, passwordHash: hashPassword(password) };
    await this.customers.add(customer);
    return customer;
  }

  /** Opens a session and returns its token. */
  login(email: string, password: string): string {
    const customer = this.customers.findByEmail(email);
    if (!customer || !isPassword(password, customer.passwordHash)) throw new ShopError(401, 'wrong address or password');
    const token = randomUUID();
    this.sessions.set(token, customer);
//                ^^^ no-unbounded-growth
    return token;
  }

  customerOf(token: string): Customer | undefined {
    return this.sessions.get(token);
  }
}
