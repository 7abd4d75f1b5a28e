/**
 * Loaded into the server by `--import`: writes each path below a build folder that is read or looked
 * at to the file named by `LOOPGUARD_SPY`, at the end of the process.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const READERS = [
  'readFileSync',
  'statSync',
  'lstatSync',
  'readdirSync',
  'existsSync',
  'openSync',
  'realpathSync',
] as const;
const seen: string[] = [];

function isBuilt(path: unknown): path is string {
  return (
    typeof path === 'string' &&
    /[\\/](?:dist|\.next|node_modules[\\/]left-pad)[\\/]/.test(path) &&
    path.includes('spied-')
  );
}

const patched = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
for (const name of READERS) {
  const original = patched[name];
  if (original === undefined) continue;
  patched[name] = Object.assign((...args: unknown[]) => {
    if (isBuilt(args[0])) seen.push(`${name} ${args[0]}`);
    return original(...args);
  }, original);
}
syncBuiltinESMExports();
const { writeFileSync } = fs;
process.on('exit', () => {
  const file = process.env['LOOPGUARD_SPY'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(seen));
});
