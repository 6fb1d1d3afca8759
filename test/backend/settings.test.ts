import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { settingsOf, WrongSettings } from '../../demo/backend/settings.js';
import { fillDataDirectory } from '../support/data-directory.js';
import { ServerProcess } from '../support/server-process.js';

const HEALTH_KEY = randomBytes(32).toString('base64');
const CLINIC_PASSWORD = 'a password of the tests';

describe('settings', () => {
  const wrong = (environment: Record<string, string>, message: RegExp) =>
    assert.throws(
      () => settingsOf(environment),
      (error) => error instanceof WrongSettings && message.test(error.message),
    );

  it('have defaults while developing', () => {
    const { options, passwordPlace } = settingsOf({ DATA_DIR: '/data' });
    assert.equal(options.photoDir, '/data/photos');
    assert.deepEqual(options.retention, { days: 30, bookedDays: 365 });
    assert.equal(passwordPlace, '/data/clinic-password');
    assert.ok(!('healthKey' in options));
  });

  it('are taken from the environment', () => {
    const { options, passwordPlace } = settingsOf({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://db/clinic',
      PHOTO_DIR: '/photos',
      HEALTH_KEY,
      CLINIC_PASSWORD,
      RETENTION_DAYS: '14',
      RETENTION_BOOKED_DAYS: '1095',
    });
    assert.equal(options.photoDir, '/photos');
    assert.equal(options.healthKey, HEALTH_KEY);
    assert.equal(passwordPlace, 'CLINIC_PASSWORD');
    assert.deepEqual(options.retention, { days: 14, bookedDays: 1095 });
  });

  it('say how messages are sent', () => {
    const { options } = settingsOf({
      SMTP_URL: 'smtps://user:secret@mail.example:465',
      MAIL_FROM: 'The Clinic <clinic@example.com>',
      SITE_URL: 'https://clinic.example/',
      QUIET_HOURS: '21:00-07:30',
      OFFER_HOURS: '6',
    });
    assert.equal(options.smtpUrl, 'smtps://user:secret@mail.example:465');
    assert.deepEqual(options.mailFrom, { name: 'The Clinic', address: 'clinic@example.com' });
    assert.deepEqual(options.quietHours, { from: '21:00', until: '07:30' });
    assert.equal(options.offerHours, 6);
    assert.deepEqual(settingsOf({ MAIL_FROM: 'a@b.example' }).options.mailFrom, { name: '', address: 'a@b.example' });
    assert.equal(settingsOf({ QUIET_HOURS: 'off' }).options.quietHours, 'off');
    wrong({ SMTP_URL: 'user:secret@mail.example' }, /^(?!.*secret).*SMTP_URL/);
    for (const from of ['The Clinic', 'a@b.example, c@d.example', 'A <a@b.example>\nBcc: <c@d.example>']) {
      wrong({ MAIL_FROM: from }, /MAIL_FROM/);
    }
    wrong({ SITE_URL: 'javascript:alert(1)' }, /SITE_URL/);
    wrong({ BACKEND_URL: 'clinic.example' }, /BACKEND_URL/);
    wrong({ QUIET_HOURS: '8pm' }, /QUIET_HOURS/);
    for (const hours of ['0', '-1', '73', 'soon']) wrong({ OFFER_HOURS: hours }, /OFFER_HOURS/);
    const production = { NODE_ENV: 'production', HEALTH_KEY, CLINIC_PASSWORD };
    wrong({ ...production, SMTP_URL: 'smtps://mail.example' }, /SITE_URL/);
  });

  it('are refused in production without keys, naming each that is missing', () => {
    wrong({ NODE_ENV: 'production' }, /HEALTH_KEY.*CLINIC_PASSWORD/);
    wrong({ NODE_ENV: 'production', HEALTH_KEY }, /^(?!.*HEALTH_KEY).*CLINIC_PASSWORD/);
    wrong({ NODE_ENV: 'production', CLINIC_PASSWORD }, /HEALTH_KEY/);
    wrong({ NODE_ENV: 'production', HEALTH_KEY, CLINIC_PASSWORD, DATABASE_URL: 'postgres://db/clinic' }, /PHOTO_DIR/);
  });

  it('are refused when they are wrong, without repeating secrets', () => {
    wrong({ HEALTH_KEY: 'secret' }, /^(?!.*secret).*HEALTH_KEY/);
    wrong({ HEALTH_KEY_PREVIOUS: `${HEALTH_KEY},secret` }, /^(?!.*secret).*HEALTH_KEY_PREVIOUS/);
    wrong({ CLINIC_PASSWORD: 'short' }, /^(?!.*short).*12 characters/);
    for (const days of ['0', '1.5', 'never', '-3']) wrong({ RETENTION_DAYS: days }, /RETENTION_DAYS/);
    wrong({ PORT: 'http' }, /PORT/);
  });
});

describe('a server process', () => {
  const directory = mkdtempSync(join(tmpdir(), 'smp-settings-'));
  after(() => rmSync(directory, { recursive: true, force: true }));

  it('does not start in production without keys, and makes nothing', async () => {
    const dataDir = join(directory, 'refused');
    for (const env of [{}, { HEALTH_KEY }, { CLINIC_PASSWORD }]) {
      await assert.rejects(
        ServerProcess.start({ NODE_ENV: 'production', DATA_DIR: dataDir, ...env }),
        /could not start\. In production it needs (HEALTH_KEY|CLINIC_PASSWORD)/,
      );
    }
    assert.ok(!existsSync(dataDir));
  });

  it('starts in production with them, and keeps no secret on its own', async () => {
    const dataDir = join(directory, 'production');
    await fillDataDirectory(dataDir);
    const server = await ServerProcess.start({
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      HEALTH_KEY,
      CLINIC_PASSWORD,
    });
    const authorization = `Basic ${Buffer.from(`clinic:${CLINIC_PASSWORD}`).toString('base64')}`;
    assert.equal((await fetch(`${server.url}/clinic/`, { headers: { authorization } })).status, 200);
    assert.equal((await fetch(`${server.url}/clinic/`)).status, 401);
    assert.equal(await server.end('SIGTERM'), 0);
    for (const secret of [HEALTH_KEY, CLINIC_PASSWORD]) assert.ok(!server.output.includes(secret));
    for (const file of ['health.key', 'clinic-password']) assert.ok(!existsSync(join(dataDir, file)));
  });

  it('makes its secrets while developing, says where, and not what they are', async () => {
    const dataDir = join(directory, 'developing');
    const server = await ServerProcess.start({ DATA_DIR: dataDir });
    assert.equal(await server.end('SIGTERM'), 0);
    assert.ok(server.output.includes(join(dataDir, 'clinic-password')));
    for (const file of ['health.key', 'clinic-password']) {
      assert.equal(statSync(join(dataDir, file)).mode & 0o777, 0o600);
      assert.ok(!server.output.includes(readFileSync(join(dataDir, file), 'utf8').trim()));
    }
  });
});
