import { Command, program } from 'commander';

program
  .name('tea')
  .command('brew')
  .option('--cups <n>')
  .action(async () => brew());
//        ^^^^^ fact/context: cli
program.addCommand(new Command('pour').action(() => {}));
//                                            ^ fact/context: cli
program.parse();

function brew(): void {}
//       ^^^^ fact/context: cli
