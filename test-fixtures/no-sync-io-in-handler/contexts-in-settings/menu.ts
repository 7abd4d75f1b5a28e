import { readFileSync } from 'node:fs';

export const readMenu = (): string => readFileSync('menu', 'utf8');
