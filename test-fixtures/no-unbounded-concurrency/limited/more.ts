export const MORE = ['c.txt', 'd.txt'];
