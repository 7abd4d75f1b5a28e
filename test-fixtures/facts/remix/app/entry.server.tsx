export default function handleRequest(): Response {
//                      ^^^^^^^^^^^^^ fact/context: request
  return new Response();
}
