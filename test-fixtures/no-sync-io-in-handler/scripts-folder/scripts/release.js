const { execSync } = require('child_process');
const { readFileSync } = require('fs');
const https = require('https');

const version = JSON.parse(readFileSync('package.json', 'utf8')).version;

https.get(`https://registry.example/${version}`, (response) => {
  response.on('end', () => execSync(`git tag v${version}`));
});
