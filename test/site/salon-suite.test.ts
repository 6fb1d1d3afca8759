import { describe, it } from 'node:test';
import { adapterSuite } from 'smp-widgets/testing';
import { salonAdapter } from './salon-adapter.js';
import { openSalon } from './support/salon.js';

const NO_ALTERNATIVES = 'the salon names no other times';
const ONE_KEY = 'the salon answers a key that it knows with what it did for it';

// The README's adapter, proven as the README says, over a salon of each test's own.
adapterSuite(
  { describe, it },
  'salon',
  () => {
    const { answer } = openSalon();
    const own = globalThis.fetch;
    globalThis.fetch = (address, init) => answer(new Request(address, init));
    return Promise.resolve({
      adapter: salonAdapter('https://salon.example'),
      close: () => {
        globalThis.fetch = own;
        return Promise.resolve();
      },
    });
  },
  {
    capabilities: { holds: false, waitlist: false },
    skips: {
      'gives up telling the clinic when nobody waits for it': 'the clinic is at hand',
      'gives up listing when nobody waits for it': 'fetch says so in words of its own',
      'refuses a range of 63 days': 'the salon lists any range',
      'refuses a range that ends before it starts': 'the salon lists nothing for it',
      'refuses a practitioner whom it does not have': 'Sam is all there is',
      'refuses a location that it does not have': 'the salon has none',
      'lists the times of one location when one is asked for': 'the salon has none',
      'offers other times of the same choice with a refusal': NO_ALTERNATIVES,
      'offers other times for anyone with a refusal': NO_ALTERNATIVES,
      'offers the nearest times first': NO_ALTERNATIVES,
      'offers times that can be had': NO_ALTERNATIVES,
      'lets one of 20 bookers have a time': NO_ALTERNATIVES,
      'refuses a service that does not fit the time': 'the salon has one service',
      'refuses a used operation id with other content': ONE_KEY,
      'decides for one content when an operation id comes with two at once': ONE_KEY,
      'refuses a used operation id with another design': ONE_KEY,
      'keeps a booking waiting that only asks for a time': 'the salon says yes to everybody',
      'refuses a booking with a malformed design': 'the salon takes no designs',
    },
  },
);
