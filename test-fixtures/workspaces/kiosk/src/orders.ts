import { EventEmitter } from 'node:events';
import { menuOf } from './menu.js';
import { printReceipt } from './receipts.js';
import { portionsOf } from './stock.js';

export const orders = new EventEmitter<{ placed: [dish: string] }>();

console.log(`${portionsOf('soup')} portions of soup`);

orders.on('placed', async dish => {
  if (!menuOf(new Date()).includes(dish)) return;
  await printReceipt(dish);
});
