import fs = require('fs');

const back = fs.readFileSync('back.html');

export = {
  front: (): Buffer => fs.readFileSync('front.html'),
//                        ^^^^^^^^^^^^ no-sync-io-in-handler
  back: (): Buffer => back,
};
