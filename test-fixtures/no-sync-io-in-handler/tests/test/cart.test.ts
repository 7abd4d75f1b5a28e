import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { readCart } from '../src/cart.js';

describe('cart', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync('cart-');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read', () => {
    writeFileSync(`${folder}/1`, 'apples');
    readCart('1');
  });

  it('is served', (done) => {
    createServer((_request, response) => response.end(readCart('1'))).listen(0, () => {
      writeFileSync(`${folder}/2`, 'pears');
      done();
    });
  });
});
