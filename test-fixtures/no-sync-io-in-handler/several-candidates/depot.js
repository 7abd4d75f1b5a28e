const fs = require('fs');
const http = require('http');

class CrateShelf {
  fetchCrate(id) {
    return fs.readFileSync(`crates/${id}`);
//            ^^^^^^^^^^^^ strict/no-sync-io-in-handler: `fs.readFileSync` may block the event loop when
//                         | `request` fires; it is reached through `CrateShelf.fetchCrate`.
  }
}

class ParcelShelf {
  fetchCrate(id) {
    return fs.readFileSync(`parcels/${id}`);
//            ^^^^^^^^^^^^ strict/no-sync-io-in-handler
  }
}

function serve(shelf) {
  http.createServer((req, res) => {
    res.end(shelf.fetchCrate(req.url));
  });
}

module.exports = { serve, CrateShelf, ParcelShelf };
