import { createServer } from 'node:http';

interface Count {
  readonly expiresAt: number;
  readonly requests: number;
}

class Limiter {
  private readonly counts = new Map<string, Count>();

  constructor() {
    setInterval(() => this.sweep(), 60_000).unref();
  }

  take(address: string): boolean {
    const requests = (this.counts.get(address)?.requests ?? 0) + 1;
    this.counts.set(address, { expiresAt: Date.now() + 60_000, requests });
    return requests < 100;
  }

  private sweep(): void {
    for (const [address, { expiresAt }] of this.counts) if (expiresAt < Date.now()) this.counts.delete(address);
  }
}

const limiter = new Limiter();

createServer((request, response) => {
  response.statusCode = limiter.take(request.socket.remoteAddress ?? '') ? 200 : 429;
  response.end();
});
