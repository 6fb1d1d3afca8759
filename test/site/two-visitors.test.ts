import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Booker } from './support/booker.js';
import { useClinicSite } from './support/clinic-site.js';

const SERVICE = 'Video consultation';
const PERSON = 'Maya Fairweather';

describe('two visitors who want the same time', () => {
  const site = useClinicSite();

  async function choosing(path: string): Promise<Booker> {
    const { page } = await site.visit(path);
    const booker = new Booker(page);
    await booker.chooseService(SERVICE);
    await booker.choosePractitioner(PERSON);
    return booker;
  }

  it('tells the second that it has just been taken, and offers the nearest ones', async () => {
    const [first, second] = await Promise.all([choosing('/booking.html'), choosing('/booking.html')]);
    const time = await first.takeTime();
    await first.at('Your details');

    await second.takeTime(time);
    await second.lost.waitFor();
    assert.match(await second.lost.innerText(), /That time has just been taken/);
    assert.equal(await second.alternatives.count(), 3);

    await second.alternatives.first().click();
    await second.giveDetails('Second Visitor');
    await second.confirm();
    await second.at('Your appointment is booked');
    await first.giveDetails('First Visitor');
    await first.confirm();
    await first.at('Your appointment is booked');

    const rows = await site.database.query<{ name: string; slot_id: string }>(
      `select name, slot_id from booking join client_details on booking_id = id where status = 'confirmed'`,
    );
    const slotOf = (name: string) => rows.find((row) => row.name === name)?.slot_id;
    assert.equal(rows.length, 2);
    assert.equal(slotOf('First Visitor'), time);
    assert.notEqual(slotOf('Second Visitor'), time);
  });

  it('keeps the answers of one who loses a time at the last step', async () => {
    // The page with an adapter of its own has no holds, so a time can go until the very end.
    const [slow, quick] = await Promise.all([choosing('/embed/adapter.html'), choosing('/booking.html')]);
    const time = await slow.takeTime();
    await slow.giveDetails('Slow Visitor');
    await quick.takeTime(time);
    await quick.giveDetails('Quick Visitor');
    await quick.confirm();
    await quick.at('Your appointment is booked');

    await slow.confirm();
    await slow.lost.waitFor();
    assert.equal(await slow.alternatives.count(), 3);
    await slow.alternatives.first().click();
    await slow.confirmKept('Slow Visitor');
    await slow.at('Your appointment is booked');
  });
});
