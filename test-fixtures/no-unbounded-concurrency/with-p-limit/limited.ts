import pLimit from 'p-limit';

export const limit = pLimit(4);
