import { readFileSync } from 'node:fs';

const prices = new Map<string, number>();

for (const line of readFileSync('prices.txt', 'utf8').split('\n')) {
  const [cake = '', price = '0'] = line.split(' ');
  prices.set(cake, Number(price));
}

setInterval(() => console.log(prices.get('cheesecake')), 60_000);
