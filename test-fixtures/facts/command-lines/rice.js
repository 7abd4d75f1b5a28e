const yargs = require('yargs');

yargs
  .command('cook', 'cooks', args => args.option('cups'), argv => {})
//                          ^^^^ fact/context: cli
//                                                       ^^^^ fact/context: cli
  .command({ command: 'eat', handler: () => {} })
//                                    ^ fact/context: cli
  .parse();
