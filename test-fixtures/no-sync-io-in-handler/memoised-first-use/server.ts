import { readFileSync } from 'node:fs';
import express from 'express';

let template: string | undefined;
const pages = new Map<string, string>();

function loadTemplate(): string {
  if (template === undefined) {
    template = readFileSync('template.html', 'utf8');
//             ^^^^^^^^^^^^ strict/no-sync-io-in-handler
  }
  return template;
}

function loadPage(name: string): string {
  let page = pages.get(name);
  if (page === undefined) {
    page = readFileSync(`${name}.html`, 'utf8');
//         ^^^^^^^^^^^^ strict/no-sync-io-in-handler
    pages.set(name, page);
  }
  return page;
}

class Settings {
  #text?: string;

  get(): string {
    return (this.#text ??= readFileSync('settings.json', 'utf8'));
//                         ^^^^^^^^^^^^ strict/no-sync-io-in-handler
  }
}

const settings = new Settings();
let forgetful: string | undefined;

function reload(): string {
  forgetful = readFileSync('again.html', 'utf8');
//            ^^^^^^^^^^^^ no-sync-io-in-handler
  return forgetful;
}

const app = express();
app.get('/', (_req, res) => void res.send(loadTemplate() + loadPage('start') + settings.get() + reload()));
