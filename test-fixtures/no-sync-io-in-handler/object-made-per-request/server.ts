import { readFileSync } from 'node:fs';
import express from 'express';

class Template {
  readonly #text: string;

  constructor(name: string) {
    this.#text = readFileSync(`${name}.html`, 'utf8');
//               ^^^^^^^^^^^^ no-sync-io-in-handler
  }

  fill(title: string): string {
    return this.#text.replace('{title}', title);
  }
}

class Layout {
  readonly #text = readFileSync('layout.html', 'utf8');

  wrap(body: string): string {
    return this.#text.replace('{body}', body);
  }
}

const layout = new Layout();
const app = express();

app.get('/page/:name', (req, res) => {
  res.send(layout.wrap(new Template(req.params.name).fill('Shop')));
});
