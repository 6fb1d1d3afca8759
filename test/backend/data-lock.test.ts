import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { DataDirectoryInUse, lockDataDirectory } from '../../demo/backend/data-lock.js';
import { openPglite } from '../../demo/backend/pglite-database.js';
import { fillDataDirectory } from '../support/data-directory.js';

describe('lockDataDirectory', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'smp-lock-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const file = () => join(directory, 'server.pid');

  it('refuses a second opener, naming the process and the file', () => {
    const lock = lockDataDirectory(directory);
    assert.throws(
      () => lockDataDirectory(directory),
      (error) =>
        error instanceof DataDirectoryInUse &&
        error.message.includes(`process ${process.pid}`) &&
        error.message.includes(file()),
    );
    lock.release();
  });

  it('can be taken again after it was released', () => {
    lockDataDirectory(directory).release();
    assert.equal(existsSync(file()), false);
    lockDataDirectory(directory).release();
  });

  it('takes over from a process that has died', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file(), JSON.stringify({ pid }));
    const lock = lockDataDirectory(directory);
    assert.match(readFileSync(file(), 'utf8'), new RegExp(`"pid":${process.pid}\\b`));
    lock.release();
  });

  it('takes over from a dead process whose number another has got', { skip: !existsSync('/proc') }, () => {
    writeFileSync(file(), JSON.stringify({ pid: process.pid, started: 'another boot/1' }));
    lockDataDirectory(directory).release();
  });

  it('leaves the lock of a living process alone', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    try {
      const text = JSON.stringify({ pid: other.pid });
      writeFileSync(file(), text);
      assert.throws(() => lockDataDirectory(directory), DataDirectoryInUse);
      assert.equal(readFileSync(file(), 'utf8'), text);
    } finally {
      other.kill('SIGKILL');
      await once(other, 'exit');
    }
  });

  it('leaves a file alone that it does not know', () => {
    for (const text of ['', 'not json', '{}', '{"pid":"1"}', '[]']) {
      writeFileSync(file(), text);
      assert.throws(() => lockDataDirectory(directory), DataDirectoryInUse);
      assert.equal(readFileSync(file(), 'utf8'), text);
    }
  });

  it('removes no lock that is another’s by now', () => {
    const lock = lockDataDirectory(directory);
    writeFileSync(file(), JSON.stringify({ pid: 1 }));
    lock.release();
    assert.equal(existsSync(file()), true);
  });

  it('makes a directory that only its owner can look into', () => {
    const made = join(directory, 'made', 'here');
    const lock = lockDataDirectory(made);
    assert.equal(statSync(made).mode & 0o777, 0o700);
    lock.release();
  });

  it('leaves nothing but the lock behind', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file(), JSON.stringify({ pid }));
    const lock = lockDataDirectory(directory);
    assert.deepEqual(readdirSync(directory), ['server.pid']);
    lock.release();
  });

  it('goes to one of many processes that start at once', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file(), JSON.stringify({ pid }));
    const module = new URL('../../demo/backend/data-lock.ts', import.meta.url).href;
    const script = `
      const { lockDataDirectory } = await import(${JSON.stringify(module)});
      try { lockDataDirectory(${JSON.stringify(directory)}); console.log('won'); } catch (error) { console.log(error.name); }
      process.stdin.resume();`;
    const children = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    );
    const said = await Promise.all(
      children.map(async (child) => String(((await once(child.stdout, 'data')) as [Buffer])[0]).trim()),
    );
    for (const child of children) child.stdin.end();
    for (const child of children) if (child.exitCode === null) await once(child, 'exit');
    assert.deepEqual(said.sort(), ['DataDirectoryInUse', 'DataDirectoryInUse', 'DataDirectoryInUse', 'won']);
  });
});

describe('openPglite', () => {
  it('refuses a directory that is open, and keeps what was stored', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'smp-data-'));
    try {
      await fillDataDirectory(directory);
      const first = await openPglite(directory);
      await assert.rejects(openPglite(directory), DataDirectoryInUse);
      await first.script(`create table note (text text); insert into note values ('kept')`);
      await first.close();
      await first.close();
      assert.equal(existsSync(join(directory, 'server.pid')), false);
      const second = await openPglite(directory);
      assert.deepEqual(await second.query('select text from note'), [{ text: 'kept' }]);
      await second.close();
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
