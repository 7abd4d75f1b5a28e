import { exec, execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { promisify } from 'node:util';

const run = promisify(execFile);

createServer(async (request, response) => {
  exec('df -h', (error, disks) => response.write(error ? '' : disks));
//^^^^ no-unbounded-wait: `child_process.exec` may wait for ever each time `request` fires.
  exec('df -h', { timeout: 5000 }, (error, disks) => response.write(error ? '' : disks));
  await run('uptime');
//      ^^^ no-unbounded-wait
  await run('uptime', [], { timeout: 5000 });
  response.end();
});

// Nobody waits for what a command does before it ends.
exec('git rev-parse HEAD', (error, id) => console.log(error ? 'unknown' : id));
