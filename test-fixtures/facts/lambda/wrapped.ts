import middy from '@middy/core';

const base = async () => ({ statusCode: 200 });
//           ^^^^^ fact/context: request

export const handler = middy(base).use({ before: async () => {} });
//                                               ^^^^^ fact/context: request
