import { createServer } from 'node:http';

const MOST = 1000;
const pages = new Map<string, string>();
const sizes = new WeakMap<object, number>();

createServer((request, response) => {
  const url = request.url ?? '';
  let page = pages.get(url);
  if (page === undefined) {
    page = `<h1>${url}</h1>`;
    if (pages.size >= MOST) pages.delete(pages.keys().next().value!);
    pages.set(url, page);
  }
  sizes.set(request, page.length);
  response.end(page);
});
