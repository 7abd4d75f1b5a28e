#!/usr/bin/env node
/** Fills a data folder with customers to try the shop with: `seed [folder] [how many]`. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashPassword } from '../src/lib/passwords.js';

function customers(count: number): unknown[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `customer-${index + 1}`,
    email: `customer-${index + 1}@example.org`,
    passwordHash: hashPassword(`tea-${index + 1}`),
  }));
}

function main([folder = fileURLToPath(new URL('../../.data', import.meta.url)), count = '3']: string[]): void {
  const file = join(folder, 'customers.json');
  const replaced = existsSync(file);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(customers(Number(count)), null, 2)}\n`);
  console.log(`${replaced ? 'replaced' : 'wrote'} ${file}`);
}

main(process.argv.slice(2));
