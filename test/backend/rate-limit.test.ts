import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TokenBuckets } from '../../demo/backend/rate-limit.js';

function buckets(burst: number, perSecond: number) {
  const clock = { now: 0 };
  return { clock, limit: new TokenBuckets({ burst, perSecond }, () => clock.now) };
}

describe('TokenBuckets', () => {
  it('lets a burst through and then says how long to wait', () => {
    const { limit } = buckets(3, 2);
    assert.deepEqual([limit.take('a'), limit.take('a'), limit.take('a')], [undefined, undefined, undefined]);
    assert.equal(limit.take('a'), 500);
  });

  it('lets one through again after the time it named, and not before', () => {
    const { clock, limit } = buckets(1, 2);
    limit.take('a');
    clock.now = 499;
    assert.equal(limit.take('a'), 1);
    clock.now = 500;
    assert.equal(limit.take('a'), undefined);
  });

  it('counts each address for itself', () => {
    const { limit } = buckets(1, 1);
    limit.take('192.0.2.1');
    assert.equal(limit.take('192.0.2.2'), undefined);
    assert.equal(limit.take('::ffff:192.0.2.1'), 1000);
  });

  it('counts a household of IPv6 as one', () => {
    const { limit } = buckets(1, 1);
    limit.take('2001:db8:0:1::5');
    assert.equal(limit.take('2001:db8::1:aaaa:bbbb:cccc:dddd'), 1000);
    assert.equal(limit.take('2001:0DB8:0000:0001:1:2:3:4'), 1000);
    assert.equal(limit.take('2001:db8:0:2::5'), undefined);
    assert.equal(limit.take('fe80::1%eth0'), undefined);
  });

  it('never fills up beyond the burst', () => {
    const { clock, limit } = buckets(2, 1);
    limit.take('a');
    clock.now = 3_600_000;
    assert.deepEqual([limit.take('a'), limit.take('a')], [undefined, undefined]);
    assert.equal(limit.take('a'), 1000);
  });

  it('remembers no more addresses than it has room for, the busiest longest', () => {
    const { limit } = buckets(1, 1);
    limit.take('busy');
    for (let count = 0; count < 60_000; count += 1) {
      limit.take(`a${count}`);
      if (count % 1000 === 0) assert.equal(limit.take('busy'), 1000);
    }
    assert.equal(limit.take('a0'), undefined);
  });
});
