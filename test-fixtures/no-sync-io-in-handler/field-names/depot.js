const fs = require('fs');
const http = require('http');

class CrateShelf {
  fetchCrate(id) {
    return fs.readFileSync(`crates/${id}`);
//            ^^^^^^^^^^^^ no-sync-io-in-handler
  }

  store(id) {
    fs.writeFileSync(`crates/${id}`, '');
  }
}

class ParcelShelf {
  store(id) {
    fs.writeFileSync(`parcels/${id}`, '');
  }
}

class LetterShelf {
  store(id) {
    fs.writeFileSync(`letters/${id}`, '');
  }
}

class PalletShelf {
  store(id) {
    fs.writeFileSync(`pallets/${id}`, '');
  }
}

function serve(shelf) {
  http.createServer((req, res) => {
    shelf.store(req.url);
    res.end(shelf.fetchCrate(req.url));
  });
}

module.exports = { serve, CrateShelf, ParcelShelf, LetterShelf, PalletShelf };
