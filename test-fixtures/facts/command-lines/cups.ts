import cac from 'cac';

const cli = cac('cups');
cli.command('wash', 'washes').action(() => {});
//                                   ^ fact/context: cli
cli.parse();
