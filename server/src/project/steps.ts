/** Long work as a generator: each step takes a few milliseconds. */
export type Steps<T> = Generator<undefined, T, undefined>;
