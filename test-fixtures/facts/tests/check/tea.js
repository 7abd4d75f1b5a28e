describe('tea', () => {
//              ^ fact/context: test
  before(() => {});
//       ^ fact/context: test
  it('brews', async () => pour());
//            ^^^^^ fact/context: test
  it.skip('cools', () => {});
//                 ^ fact/context: test
});

function pour() {}
//       ^^^^ fact/context: test
