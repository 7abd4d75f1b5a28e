import type { APIGatewayProxyHandler, SQSEvent } from 'aws-lambda';

export const handler: APIGatewayProxyHandler = async event => ({ statusCode: 200, body: open(event) });
//                                             ^^^^^ fact/context: request

function open(event: unknown): string {
//       ^^^^ fact/context: request
  return String(event);
}

export const consume = async (event: SQSEvent): Promise<void> => {};
//                     ^^^^^ fact/context: message
