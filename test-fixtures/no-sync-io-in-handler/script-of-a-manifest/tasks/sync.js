const fs = require('fs');
const https = require('https');

https.get('https://prices.example', (response) => {
  response.on('data', (chunk) => fs.appendFileSync('prices.txt', chunk));
});
