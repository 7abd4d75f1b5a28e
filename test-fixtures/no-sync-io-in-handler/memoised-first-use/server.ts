import { readFileSync } from 'node:fs';
import express from 'express';

let template: string | undefined;
const pages = new Map<string, string>();

function loadTemplate(): string {
  if (template === undefined) {
    template = readFileSync('template.html', 'utf8');
//             ^^^^^^^^^^^^ strict/no-sync-io-in-handler: `fs.readFileSync` may block the event loop the first
//                          | time `GET /` fires; it is reached through `loadTemplate`.
  }
  return template;
}

function loadPage(name: string): string {
  let page = pages.get(name);
  if (page === undefined) {
    page = readFileSync(`${name}.html`, 'utf8');
//         ^^^^^^^^^^^^ strict/no-sync-io-in-handler: `fs.readFileSync` may block the event loop the first
//                      | time `GET /` fires; it is reached through `loadPage`.
    pages.set(name, page);
//        ^^^ strict/no-unbounded-growth
  }
  return page;
}

class Settings {
  #text?: string;

  get(): string {
    return (this.#text ??= readFileSync('settings.json', 'utf8'));
//                         ^^^^^^^^^^^^ strict/no-sync-io-in-handler: `fs.readFileSync` may block the event
//                                      | loop the first time `GET /` fires; it is reached through
//                                      | `Settings.get`.
  }
}

const settings = new Settings();
let forgetful: string | undefined;

function reload(): string {
  forgetful = readFileSync('again.html', 'utf8');
//            ^^^^^^^^^^^^ no-sync-io-in-handler: `fs.readFileSync` blocks the event loop each time `GET /`
//                         | fires; it is reached through `reload`.
  return forgetful;
}

const app = express();
app.get('/', (_req, res) => void res.send(loadTemplate() + loadPage('start') + settings.get() + reload()));
