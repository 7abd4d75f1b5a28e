import type { NextRequest } from 'next/server';

export function middleware(request: NextRequest): void {}
//              ^^^^^^^^^^ fact/context: request
