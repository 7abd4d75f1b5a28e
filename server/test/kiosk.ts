/** A small server: a request reads the menu from the disk, two files away. */
export const KIOSK = {
  'package.json': '{ "name": "kiosk", "type": "module" }\n',
  'src/server.ts': `import { createServer } from 'node:http';
import { serveMenu } from './menu.js';

createServer((request, response) => {
  response.end(serveMenu(request.url ?? ''));
}).listen(8080);
`,
  'src/menu.ts': `import { readPage } from './pages.js';

export function serveMenu(url: string): string {
  return readPage(url).toUpperCase();
}
`,
  'src/pages.ts': `import { readFileSync } from 'node:fs';

export function readPage(name: string): string {
  return readFileSync(\`pages/\${name}\`, 'utf8');
}
`,
};
