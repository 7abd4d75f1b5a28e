import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Address of a product's picture, or undefined when it has none. */
export function imageOf(folder: string, productId: string): string | undefined {
  const file = `${encodeURIComponent(productId)}.svg`;
  return existsSync(join(folder, file)) ? `/images/${file}` : undefined;
//       ^^^^^^^^^^ no-sync-io-in-handler
}
