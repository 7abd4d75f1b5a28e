import type { ActionFunctionArgs, LoaderFunction } from '@remix-run/node';

export const loader: LoaderFunction = async () => [];
//                                    ^^^^^ fact/context: request

export async function action({ request }: ActionFunctionArgs) {
//                    ^^^^^^ fact/context: request
  return null;
}

export function meta() {
//              ^^^^ fact/context: render
  return [];
}
