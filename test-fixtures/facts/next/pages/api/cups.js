const handler = async (request, response) => response.json([]);
//              ^^^^^ fact/context: request

export default handler;
