/**
 * A proxy on this machine that lets nothing through and remembers what was asked for. The editor's processes are told
 * to use it, so that requests which no page makes are seen too.
 */
import { createServer } from 'node:http';

/**
 * @typedef {object} Outgoing
 * @property {string} address
 * @property {string[]} requests What somebody asked for, in order.
 * @property {() => void} close
 */

/** @returns {Promise<Outgoing>} */
export function watchOutgoing() {
  /** @type {string[]} */
  const requests = [];
  const proxy = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  return new Promise((resolve, reject) => {
    proxy.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (proxy.address());
      const close = () => {
        proxy.close();
        proxy.closeAllConnections();
      };
      resolve({ address: `http://127.0.0.1:${address.port}`, requests, close });
    });
  });
}
