export async function GET(): Promise<Response> {
//                    ^^^ fact/context: request
  return Response.json([]);
}

export const POST = async (request: Request) => Response.json(null);
//                  ^^^^^ fact/context: request

export function generateStaticParams() {
//              ^^^^^^^^^^^^^^^^^^^^ fact/context: startup
  return [];
}
