import { Injectable, type OnModuleInit } from '@nestjs/common';
import { readFileSync, readdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';

@Injectable()
export class CatsService implements OnModuleInit {
  onModuleInit(): void {
    readdirSync('cats');
  }

  find(name: string): string {
    return readFileSync(`cats/${name}`, 'utf8');
//         ^^^^^^^^^^^^ no-sync-io-in-handler
  }

  async all(): Promise<string[]> {
    return readdir('cats');
  }

  importAll(): string[] {
    return readdirSync('import');
  }
}
