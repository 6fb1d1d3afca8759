// Makes a fresh machine ready: the packages by npm, and for tests the browsers, PHP and PostgreSQL by apt.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../.config/entries.mjs';
import { findChromium, SHELL } from './chromium.mjs';

const OLDEST_NODE = [20, 19];

/** What the tests need of the machine: how to see that it is there, and the Debian packages that bring it. */
const SYSTEM = [
  { name: 'Chromium', packages: ['chromium'], found: () => Boolean(findChromium()) },
  { name: 'Firefox', packages: ['firefox-esr'], found: () => existsSync(process.env.FIREFOX ?? '/usr/bin/firefox') },
  { name: 'WebKitGTK', packages: ['webkit2gtk-driver'], found: () => onPath('WebKitWebDriver') },
  { name: 'Xvfb', packages: ['xvfb'], found: () => onPath('Xvfb') },
  { name: 'PHP', packages: ['php-cli'], found: () => onPath('php') },
  { name: 'PostgreSQL', packages: ['postgresql'], found: () => Boolean(postgresFolder()) },
  {
    name: 'fonts',
    packages: ['fonts-dejavu-core', 'fonts-noto-core'],
    found: () => existsSync('/usr/share/fonts/truetype/dejavu') || existsSync('/usr/share/fonts/truetype/noto'),
  },
];

/** What makes the tests quicker, where it can be had. */
const WELCOME = {
  name: 'Chromium without windows',
  packages: ['chromium-headless-shell'],
  found: () => Boolean(process.env.CHROMIUM) || existsSync(SHELL),
};

const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

const postgresFolder = () =>
  ['18', '17', '16', '15', '14'].map((major) => `/usr/lib/postgresql/${major}/bin`).find((path) => existsSync(path)) ??
  (onPath('initdb') ? 'on the path' : undefined);

const run = (program, args, env = {}) => {
  const { status } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
};

/** Do the installed packages differ from what the lock file says? */
function isOutdated() {
  const lock = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;
  if (!existsSync(join(ROOT, 'node_modules/.package-lock.json'))) return true;
  const installed = lock('node_modules/.package-lock.json');
  return Object.entries(lock('package-lock.json')).some(
    ([path, wanted]) =>
      path.startsWith('node_modules/') &&
      !wanted.link &&
      !wanted.optional &&
      !wanted.devOptional &&
      !wanted.peer &&
      installed[path]?.version !== wanted.version,
  );
}

/** Installs the npm packages, if they are not there as the lock file says. Throws when that fails. */
export function installPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
  }
  if (!isOutdated()) return;
  console.log('Installing packages …');
  const quiet = { PUPPETEER_SKIP_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  if (!run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], quiet)) throw new Error('npm ci failed.');
}

function install(names, packages) {
  console.log(`Installing ${names} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], env);
  run('apt-get', ['install', '-qy', '--no-install-recommends', ...packages], env);
}

/** Installs browsers, PHP and PostgreSQL where it may; else throws and says what to install. */
export function installSystem() {
  const mayInstall = process.getuid?.() === 0 && onPath('apt-get');
  if (mayInstall && !WELCOME.found()) install(WELCOME.name, WELCOME.packages);
  const missing = SYSTEM.filter(({ found }) => !found());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  const packages = missing.flatMap((need) => need.packages);
  const byHand = `Missing: ${names}. On Debian or Ubuntu:\n\n  sudo apt-get install ${packages.join(' ')}\n`;
  if (!mayInstall) throw new Error(byHand);
  install(names, packages);
  if (SYSTEM.some(({ found }) => !found())) throw new Error(byHand);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    installPackages();
    if (!process.argv.includes('--packages')) installSystem();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
