import { readFile, rm } from 'node:fs/promises';
import type { Logger } from '../lib/logger.js';
import type { CatalogueService } from '../services/catalogue-service.js';

/** Takes over new prices (`product,cents` per line) from a file, again and again. */
export class PriceImport {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly catalogue: CatalogueService,
    private readonly file: string,
    private readonly everyMs: number,
    private readonly logger: Logger,
  ) {}

  schedule(delayMs = this.everyMs): void {
    this.timer = setTimeout(() => void this.run(), delayMs);
//               ^^^^^^^^^^ no-timer-reset-misuse
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    try {
      for (const [id, cents] of await this.newPrices()) await this.catalogue.setPrice(id, cents);
    } catch (error) {
      this.logger.error('price import', error);
    }
    this.schedule();
  }

  private async newPrices(): Promise<[id: string, cents: number][]> {
    const text = await readFile(this.file, 'utf8').catch(() => '');
    await rm(this.file, { force: true });
    const rows = text.split('\n').filter((row) => row.trim() !== '');
    return rows.map((row) => {
      const [id = '', cents = ''] = row.split(',');
      return [id.trim(), Number(cents)];
    });
  }
}
