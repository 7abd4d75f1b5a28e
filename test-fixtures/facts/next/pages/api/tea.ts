import type { NextApiRequest, NextApiResponse } from 'next';

export default async function handler(request: NextApiRequest, response: NextApiResponse): Promise<void> {
//                            ^^^^^^^ fact/context: request
  request.on('data', () => {});
//                   ^ fact/context: event
}
