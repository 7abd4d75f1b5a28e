const list = async () => [];
//           ^^^^^ fact/context: request

export const orders = [
  { method: 'GET', path: '/orders', handler: list },
  { method: 'POST', path: '/orders', options: { handler: async () => 'ok' } },
//                                                       ^^^^^ fact/context: request
];
