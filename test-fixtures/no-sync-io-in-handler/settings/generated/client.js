require('http').createServer(() => require('fs').readFileSync('generated.txt'));
