const { readFileSync } = require('fs');

const template = readFileSync('report.html', 'utf8');

module.exports = (url) => template.replace('{url}', url);
