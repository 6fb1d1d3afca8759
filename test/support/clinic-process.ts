// `node --import tsx clinic-process.ts FOLDER ORIGIN PASSWORD`: the reference backend, with a clock that can be put on: a
// line of input says by how many milliseconds.
import { createInterface } from 'node:readline';
import { startServer } from '../../demo/backend/server.js';
import { fillDataDirectory } from './data-directory.js';

const [dataDir = '', origin = '', clinicPassword = ''] = process.argv.slice(2);
let ahead = 0;

await fillDataDirectory(dataDir);
const server = await startServer({
  dataDir,
  origins: [origin],
  clinicPassword,
  rateLimits: false,
  // What is due is sent at once, whatever the hour on this machine.
  quietHours: 'off',
  sendEveryMs: 300,
  now: () => Date.now() + ahead,
});
createInterface({ input: process.stdin }).on('line', (line) => {
  ahead = Number(line);
});
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
process.stdout.write(`address: ${server.url}/\n`);
