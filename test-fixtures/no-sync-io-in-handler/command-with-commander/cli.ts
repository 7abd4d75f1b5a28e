import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';

const program = new Command();

program.command('convert <file>').action((file: string) => {
  writeFileSync(`${file}.out`, readFileSync(file, 'utf8').toUpperCase());
});

program.parse();
