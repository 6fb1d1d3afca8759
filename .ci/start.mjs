// `npm start`: installs and builds what is missing, then serves the demo clinic's site and its booking backend.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../.config/entries.mjs';
import { ensureBuilt } from './build.mjs';
import { installPackages } from './setup.mjs';

try {
  installPackages();
  ensureBuilt();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const server = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'demo/backend/main.ts')], {
  cwd: ROOT,
  stdio: 'inherit',
});
// The backend closes its database before it ends, so the signal is handed on and its end awaited.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.once('error', (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
server.once('exit', (code) => {
  process.exitCode = code ?? 0;
});
