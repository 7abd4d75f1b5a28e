export const orders = {
  order: async (parent, args) => args.id,
//       ^^^^^ fact/context: request
};
