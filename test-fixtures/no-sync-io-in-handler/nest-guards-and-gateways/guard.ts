import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';

@Injectable()
export class KeyGuard implements CanActivate {
  readonly #keys = readFileSync('keys.txt', 'utf8');

  canActivate(context: ExecutionContext): boolean {
    return this.#keys.includes(readFileSync('revoked.txt', 'utf8')) && Boolean(context);
//                             ^^^^^^^^^^^^ no-sync-io-in-handler
  }
}
