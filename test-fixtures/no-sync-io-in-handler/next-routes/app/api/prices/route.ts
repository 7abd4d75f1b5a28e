import { prices } from '../../../lib/prices.js';

export async function GET(): Promise<Response> {
  return Response.json(prices());
}
