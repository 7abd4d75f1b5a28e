import type { Server } from 'node:http';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { imageOf } from '../lib/images.js';
import type { Logger } from '../lib/logger.js';
import type { Product } from '../model.js';
import type { CatalogueService } from '../services/catalogue-service.js';

/** Tells browsers about new prices, and answers questions about a product. */
export class LiveUpdates {
  private readonly sockets = new WebSocketServer({ noServer: true });

  constructor(
    server: Server,
    private readonly catalogue: CatalogueService,
    private readonly imageFolder: string,
    private readonly logger: Logger,
  ) {
    server.on('upgrade', (request, socket, head) => {
      this.sockets.handleUpgrade(request, socket, head, (client) => this.sockets.emit('connection', client, request));
    });
    this.sockets.on('connection', (client) => this.onConnection(client));
  }

  /** Milliseconds each browser takes to answer. */
  roundTrips(): Promise<number[]> {
    return Promise.all([...this.sockets.clients].map((client) => roundTrip(client)));
  }

  close(): void {
    for (const client of this.sockets.clients) client.terminate();
    this.sockets.close();
  }

  private onConnection(client: WebSocket): void {
    this.catalogue.changes.on('price', (product: Product) => {
//                         ^^ no-unreleased-listener
      client.send(JSON.stringify({ type: 'price', id: product.id, priceCents: product.priceCents }));
    });
    client.on('message', (data) => this.onMessage(client, data));
    client.on('error', (error) => this.logger.error('socket', error));
    client.send(JSON.stringify({ type: 'welcome' }));
  }

  private onMessage(client: WebSocket, data: RawData): void {
    try {
      const { id } = JSON.parse(String(data)) as { id: string };
      client.send(JSON.stringify({ type: 'product', ...this.catalogue.get(id), image: imageOf(this.imageFolder, id) }));
    } catch (error) {
      client.send(JSON.stringify({ type: 'error', message: error instanceof Error ? error.message : 'unknown' }));
    }
  }
}

function roundTrip(client: WebSocket): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now();
    client.once('pong', () => resolve(performance.now() - start));
    client.ping();
  });
}
