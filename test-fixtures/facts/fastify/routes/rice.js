module.exports = async function rice(fastify, options) {
//                              ^^^^ fact/context: startup
  fastify.get('/rice', async (request, reply) => reply.send());
//                     ^^^^^ fact/context: request
};
