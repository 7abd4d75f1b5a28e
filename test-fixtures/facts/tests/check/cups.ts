import { beforeEach, describe, expect, it } from 'vitest';

describe('cups', () => {
//               ^ fact/context: test
  beforeEach(async () => {});
//           ^^^^^ fact/context: test
  it.each([1, 2])('%s', () => {
//                      ^ fact/context: test
    expect(() => {}).toThrow();
//         ^ fact/context: test
  });
});
