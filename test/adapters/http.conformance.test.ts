import { describe, it } from 'node:test';
import { httpAdapter } from '../../src/adapters/http.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { createHandler } from '../../src/server/index.js';
import { adapterSuite } from '../../src/testing/index.js';
import { mailedToken } from '../support/mailed-token.js';

adapterSuite({ describe, it }, 'http → handler → memory', () => {
  let now = Date.now();
  const memory = memoryAdapter({ now: () => now });
  const handler = createHandler(memory, { basePath: '/smp' });
  return Promise.resolve({
    adapter: httpAdapter('https://clinic.example/smp', { fetch: (request) => handler(request) }),
    expireHolds: () => {
      now += 3_600_000;
      return Promise.resolve();
    },
    touchUpToken: (email) => mailedToken(memory)(email),
  });
});

adapterSuite(
  { describe, it },
  'http → handler → memory with only times and bookings',
  () => {
    const capabilities = {
      holds: false,
      waitlist: false,
      consultations: false,
      photos: false,
      management: false,
      courses: false,
      touchUps: false,
    };
    const handler = createHandler(memoryAdapter({ capabilities }));
    return Promise.resolve({
      adapter: httpAdapter('https://clinic.example', { capabilities, fetch: (request) => handler(request) }),
    });
  },
  { capabilities: { holds: false, waitlist: false } },
);
