'use server';

export async function order(): Promise<void> {}
//                    ^^^^^ fact/context: request
