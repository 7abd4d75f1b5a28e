import { readFileSync } from 'node:fs';

setInterval(() => readFileSync('nightly.txt'), 86_400_000);
