import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import type { Request, Response } from 'express';
import type { PriceImport } from '../jobs/price-import.js';
import { run } from '../lib/exec.js';
import type { Metrics } from '../lib/metrics.js';
import type { JobQueue } from '../queue/job-queue.js';
import type { ReportService } from '../services/report-service.js';
import type { LiveUpdates } from '../sockets/live-updates.js';

export class AdminController {
  /** Set once the server exists: sockets need it. */
  live: LiveUpdates | undefined;

  constructor(
    private readonly reports: ReportService,
    private readonly priceImport: PriceImport,
    private readonly queue: JobQueue,
    private readonly metrics: Metrics,
    private readonly files: { readonly dataFolder: string; readonly priceFile: string },
  ) {}

  disk(_req: Request, res: Response): void {
    const kilobytes = run('du -sk .', this.files.dataFolder)?.split(/\s/)[0];
    res.json({ kilobytes: kilobytes === undefined ? null : Number(kilobytes) });
  }

  uptime(_req: Request, res: Response): void {
    execFile('uptime', (error, text) => res.json({ uptime: error ? null : text.trim() }));
//  ^^^^^^^^ no-unbounded-wait
  }

  counters(_req: Request, res: Response): void {
    this.metrics.flushSync();
    res.json({ requests: Object.fromEntries(this.metrics.totals), jobs: this.queue.length });
  }

  async sales(_req: Request, res: Response): Promise<void> {
    res.json(await this.reports.sales());
  }

  async browsers(_req: Request, res: Response): Promise<void> {
    res.json({ roundTrips: (await this.live?.roundTrips()) ?? [] });
  }

  async prices(req: Request, res: Response): Promise<void> {
    await writeFile(this.files.priceFile, req.body as string);
    this.priceImport.schedule(0);
    res.status(202).end();
  }
}
