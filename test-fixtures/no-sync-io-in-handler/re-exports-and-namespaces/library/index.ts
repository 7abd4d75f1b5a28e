export { title as titleOf } from './titles.js';
export * as covers from './covers.js';
export * from './shelves.js';
