import { appendFileSync, readFileSync } from 'node:fs';

/** Adds one dish to the day's receipts. */
export async function printReceipt(dish: string): Promise<void> {
  const form = readFileSync('receipt.txt', 'utf8');
//             ^^^^^^^^^^^^ no-sync-io-in-handler
  appendFileSync('receipts.txt', form.replace('{dish}', dish));
//^^^^^^^^^^^^^^ no-sync-io-in-handler
}
