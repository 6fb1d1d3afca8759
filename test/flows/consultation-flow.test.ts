import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { defaultQuestionnaire } from '../../src/domain/consultation/default-questionnaire.js';
import { defaultScreeningRules } from '../../src/domain/consultation/screening-rules.js';
import { SmpError } from '../../src/domain/errors.js';
import { ConsultationBench, photoFile } from '../support/consultation.js';
import { settle } from '../support/manual-clock.js';

const lost = { kind: 'lose' } as const;

describe('ConsultationFlow', () => {
  it('leads from the first question to the confirmation', async () => {
    const bench = await ConsultationBench.open();
    assert.equal(bench.page, 'ageConfirm18');
    assert.equal(bench.flow.hasPrevious, false);
    await bench.goTo('check');
    assert.ok(bench.state.outcome);
    await bench.submit();
    assert.equal(bench.page, 'sent');
    const [stored, ...others] = bench.backend.state.consultations;
    assert.deepEqual(others, []);
    assert.equal(stored?.consultation.reference, bench.state.consultation?.reference);
    assert.deepEqual(stored?.draft.contact, { name: 'Ada Example', email: 'ada@example.org' });
    assert.equal(stored.draft.answers['hairLossPatternMale'], 'norwood-5');
    assert.equal(stored.draft.locale, 'en');
    assert.deepEqual(
      stored.draft.consents.map(({ purpose, granted, version, at }) => [purpose, granted, version, at]),
      [
        ['privacy', true],
        ['health-data', true],
        ['photos-assessment', false],
        ['photos-publication', false],
        ['marketing-email', false],
        ['marketing-sms', false],
      ].map(([purpose, granted]) => [purpose, granted, `test-${String(purpose)}`, '2026-11-22T12:00:00.000Z']),
    );
  });

  it('counts only the questions that will be asked, as if consent were given as long as it is still ahead', async () => {
    const bench = await ConsultationBench.open();
    assert.ok(bench.flow.length > bench.state.asked.length);
    await bench.goTo('healthConsent');
    const { position, length: all } = bench.flow;
    const without = bench.state.asked.length;
    assert.equal(position, 3);
    assert.ok(all > without);
    bench.answer();
    assert.equal(bench.flow.length, all);
    assert.ok(bench.state.asked.length > without);
    bench.flow.answer('healthConsent', undefined);
    assert.equal(bench.flow.length, all);
    await bench.next();
    assert.ok(bench.flow.length < all);
    // The photos are still ahead.
    assert.equal(bench.flow.length, without + 1);
    while (bench.page !== 'outcome') {
      bench.answer();
      await bench.next();
    }
    assert.equal(bench.flow.length, bench.state.asked.length);
  });

  it('keeps a required question until it is answered', async () => {
    const bench = await ConsultationBench.open();
    await bench.next();
    assert.equal(bench.page, 'ageConfirm18');
    assert.deepEqual(bench.state.issues, [{ field: 'ageConfirm18', code: 'missing' }]);
    assert.deepEqual(bench.takeNews(), ['issues']);
    bench.answer();
    await bench.next();
    assert.equal(bench.page, 'treatmentGoal');
    assert.deepEqual(bench.state.issues, []);
  });

  it('ends kindly for those under age, and sends nothing', async () => {
    const bench = await ConsultationBench.open();
    bench.flow.answer('ageConfirm18', 'no');
    await bench.next();
    assert.equal(bench.page, 'outcome');
    assert.equal(bench.state.outcome?.consultation, false);
    bench.flow.back();
    assert.equal(bench.page, 'ageConfirm18');
    bench.flow.answer('ageConfirm18', 'yes');
    await bench.next();
    assert.equal(bench.page, 'treatmentGoal');
    assert.equal(bench.backend.state.consultations.length, 0);
  });

  it('takes back that nothing can be booked, with the answer that said so', async () => {
    const bench = await ConsultationBench.open();
    const told: (boolean | undefined)[] = [];
    bench.flow.listen((news) => {
      if (news.kind === 'screened') told.push(news.outcome?.consultation);
    });
    bench.flow.answer('ageConfirm18', 'no');
    await bench.next();
    bench.flow.back();
    bench.flow.answer('ageConfirm18', 'yes');
    await bench.next();
    assert.deepEqual(told, [false, undefined]);
    assert.equal(bench.state.outcome, undefined);
  });

  it('names the row that raised a flag, among several of that flag', async () => {
    const rules = defaultScreeningRules.map((rule, index) => ({ ...rule, title: `Row ${index}` }));
    const bench = await ConsultationBench.open({ plan: { rules } });
    const said = { healthBody: ['diabetes'] };
    await bench.goTo('outcome', { ...said, diabetesControl: 'insulin' });
    const rows = rules.filter(({ flag }) => flag === 'diabetes').map(({ title }) => title);
    assert.equal(bench.flow.ruleOf('diabetes')?.title, rows[1]);
    const other = await ConsultationBench.open({ plan: { rules } });
    await other.goTo('outcome', { ...said, diabetesControl: 'controlled' });
    assert.equal(other.flow.ruleOf('diabetes')?.title, rows[0]);
  });

  it('does not let anybody past the outcome that blocks', async () => {
    const bench = await ConsultationBench.open();
    bench.flow.answer('ageConfirm18', 'no');
    await bench.next();
    await bench.next();
    assert.equal(bench.page, 'outcome');
  });

  it('skips all health questions without consent, and sends none of their answers', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check', { healthConsent: undefined });
    const health = bench.state.questionnaire.questions.filter((question) => question.health).map(({ id }) => id);
    assert.ok(health.length > 5);
    assert.ok(bench.state.asked.every(({ id }) => !health.includes(id)));
    await bench.submit();
    const draft = bench.backend.state.consultations[0]?.draft;
    assert.ok(draft);
    assert.ok(health.every((id) => !(id in draft.answers)));
    assert.equal(draft.consents.find(({ purpose }) => purpose === 'health-data')?.granted, false);
  });

  it('keeps answers over the withdrawal of a consent, but sends them only with it', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    bench.flow.change('healthConsent');
    bench.flow.answer('healthConsent', undefined);
    await bench.next();
    assert.equal(bench.page, 'outcome');
    assert.ok(bench.state.dropped.some(({ id }) => id === 'hairLossPatternMale'));
    await bench.next();
    await bench.submit();
    assert.ok(!('hairLossPatternMale' in (bench.backend.state.consultations[0]?.draft.answers ?? {})));
  });

  it('says which answers fall away with the change of another, and has them back with it', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    bench.flow.change('presentation');
    assert.equal(bench.state.returning, true);
    bench.flow.answer('presentation', 'female');
    await bench.next();
    assert.deepEqual(
      bench.state.dropped.map(({ id }) => id),
      ['hairLossPatternMale'],
    );
    assert.equal(bench.page, 'hairLossPatternFemale');
    bench.flow.answer('hairLossPatternFemale', 'ludwig-2');
    await bench.next();
    assert.deepEqual(bench.state.dropped, []);
    bench.flow.change('presentation');
    bench.flow.answer('presentation', 'male');
    await bench.next();
    assert.equal(bench.state.answers['hairLossPatternMale'], 'norwood-5');
    assert.match(bench.page, /^(?:check|outcome)$/);
  });

  it('leads back to the check page from a change that changes nothing else', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    bench.flow.change('hairColour');
    await bench.next();
    assert.equal(bench.page, 'check');
    bench.flow.change('hairColour');
    bench.flow.back();
    assert.equal(bench.page, 'check');
  });

  it('shows the outcome again when a change has changed it', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    bench.flow.change('healthBody');
    await bench.goTo('outcome', { healthBody: ['epilepsy'] });
    assert.ok(bench.state.outcome?.findings.some(({ flag }) => flag === 'epilepsy'));
    assert.ok(bench.news.filter(({ kind }) => kind === 'screened').length >= 2);
  });

  it('unticks the others with an exclusive choice, and that with them', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('healthBody');
    const { question } = bench.state;
    bench.flow.toggle(question, 'pregnant', true);
    bench.flow.toggle(question, 'diabetes', true);
    bench.flow.toggle(question, 'none', true);
    assert.deepEqual(bench.state.answers['healthBody'], ['none']);
    bench.flow.toggle(question, 'epilepsy', true);
    assert.deepEqual(bench.state.answers['healthBody'], ['epilepsy']);
    bench.flow.toggle(question, 'epilepsy', false);
    assert.equal(bench.state.answers['healthBody'], undefined);
  });

  it('reads a date from its fields and keeps what is none', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('transplantDate', { previousTreatments: ['transplant-fue'] });
    bench.flow.type('transplantDate.day', '31');
    bench.flow.type('transplantDate.month', '2');
    bench.flow.type('transplantDate.year', '2025');
    await bench.next();
    assert.deepEqual(bench.state.issues, [{ field: 'transplantDate', code: 'not-a-date' }]);
    assert.equal(bench.flow.typed('transplantDate.day'), '31');
    bench.flow.type('transplantDate.year', '2027');
    bench.flow.type('transplantDate.day', '1');
    await bench.next();
    assert.deepEqual(bench.state.issues, [{ field: 'transplantDate', code: 'in-future' }]);
    bench.flow.type('transplantDate.year', '2026');
    await bench.next();
    assert.equal(bench.state.answers['transplantDate'], '2026-02-01');
    assert.notEqual(bench.page, 'transplantDate');
  });

  it('asks for a name and an address before it goes on', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('contact');
    bench.flow.setContact('email', 'nonsense');
    await bench.next();
    assert.deepEqual(
      bench.state.issues.map(({ field, code }) => `${field} ${code}`),
      ['name missing', 'email invalid'],
    );
  });

  it('sends only once the privacy notice is accepted', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    await bench.clock.run(bench.flow.submit());
    assert.equal(bench.page, 'check');
    assert.deepEqual(bench.state.issues, [{ field: 'privacy', code: 'unconfirmed' }]);
    assert.equal(bench.backend.state.calls.submitConsultation, 0);
  });

  it('sends once, however often it is asked to', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    bench.flow.setPrivacy(true);
    await bench.clock.run(Promise.all([bench.flow.submit(), bench.flow.submit(), bench.flow.submit()]));
    assert.equal(bench.backend.state.consultations.length, 1);
  });

  it('finds its consultation again after lost answers', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    bench.faults.submitConsultation = [lost, lost];
    await bench.submit();
    assert.equal(bench.page, 'sent');
    assert.equal(bench.backend.state.consultations.length, 1);
  });

  it('never calls an unknown end a failure, and asks again under the same id', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    bench.faults.submitConsultation = Array.from({ length: 5 }, () => lost);
    await bench.submit();
    assert.equal(bench.page, 'check');
    assert.equal(bench.state.submission, 'unresolved');
    assert.equal(bench.flow.hasPrevious, false);
    bench.flow.change('hairColour');
    assert.equal(bench.page, 'check');
    await bench.submit();
    assert.equal(bench.page, 'sent');
    assert.equal(bench.backend.state.consultations.length, 1);
  });

  it('leaves out what the visitor has taken out, until something else is said', async () => {
    const bench = await ConsultationBench.open();
    const contact = { name: 'Ada Example', email: 'ada@example.org', phone: '020 7946 0123' };
    bench.flow.preset({ contact });
    await bench.goTo('contact');
    assert.deepEqual(bench.state.contact, contact);
    bench.flow.setContact('phone', '');
    bench.flow.preset({ contact: { ...contact }, bookingId: 'b-1' });
    assert.equal(bench.state.contact.phone, '');
    bench.flow.preset({ contact: { ...contact, phone: '020 7946 0456' } });
    assert.equal(bench.state.contact.phone, '020 7946 0456', 'control');
    bench.flow.setContact('phone', '');
    await bench.goTo('check');
    await bench.submit();
    assert.deepEqual(bench.backend.state.consultations[0]?.draft.contact, {
      name: 'Ada Example',
      email: 'ada@example.org',
    });
  });

  it('sends the very same again, whatever was said elsewhere since and in whatever language the page is', async () => {
    let language = 'en';
    const bench = await ConsultationBench.open({ locale: () => language });
    await bench.goTo('check');
    bench.faults.submitConsultation = Array.from({ length: 5 }, () => lost);
    await bench.submit();
    assert.equal(bench.state.submission, 'unresolved');
    const { slots } = await bench.backend.listSlots({ service: 'consult' });
    const { bookingId, manageToken = '' } = await bench.backend.createBooking(
      {
        service: 'consult',
        slotId: slots[0]?.id ?? '',
        contact: { name: 'Ada', email: 'ada@example.org' },
        consents: [],
      },
      { operationId: crypto.randomUUID() },
    );
    bench.flow.preset({ contact: { phone: '020 7946 0123' }, booking: { bookingId, manageToken } });
    assert.equal(bench.state.contact.phone, '', 'the page shows what was sent');
    language = 'de';
    await bench.submit();
    assert.equal(bench.page, 'sent');
    assert.equal(bench.backend.state.consultations.length, 1);
  });

  it('keeps everything when the backend refuses', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    const error = new SmpError('validation', 'No', { issues: [{ pointer: '/contact/email', code: 'invalid' }] });
    bench.faults.submitConsultation = [{ kind: 'refuse', error }];
    await bench.submit();
    assert.equal(bench.page, 'contact');
    assert.deepEqual(bench.state.issues, [{ field: 'email', code: 'invalid' }]);
    assert.equal(bench.state.answers['hairLossPatternMale'], 'norwood-5');
    await bench.next();
    await bench.submit();
    assert.equal(bench.page, 'sent');
  });

  it('tells of a refusal that no field explains', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    bench.faults.submitConsultation = [{ kind: 'refuse', error: new SmpError('unauthorized', 'No') }];
    await bench.submit();
    assert.equal(bench.page, 'check');
    assert.equal(bench.state.error?.code, 'unauthorized');
  });

  it('has the clinic forget it all', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    await bench.submit();
    await bench.clock.run(bench.flow.withdraw());
    assert.equal(bench.page, 'withdrawn');
    assert.equal(bench.backend.state.consultations.length, 0);
    assert.deepEqual(bench.state.answers, {});
    assert.equal(bench.flow.unsent, false);
  });

  it('says so when the withdrawal did not arrive, and can be asked again', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    await bench.submit();
    bench.faults.eraseConsultation = [{ kind: 'refuse', error: new SmpError('unauthorized', 'No') }];
    await bench.clock.run(bench.flow.withdraw());
    assert.equal(bench.page, 'sent');
    assert.equal(bench.state.error?.code, 'unauthorized');
    await bench.clock.run(bench.flow.withdraw());
    assert.equal(bench.page, 'withdrawn');
  });

  it('hands the answers to the booking where the backend takes no consultations', async () => {
    const bench = await ConsultationBench.open({ capabilities: { consultations: false, photos: false } });
    assert.ok(bench.state.questionnaire.questions.every(({ kind }) => kind !== 'photos'));
    assert.ok(bench.state.questionnaire.questions.every(({ id }) => id !== 'photosConsent'));
    await bench.goTo('check');
    await bench.submit();
    assert.equal(bench.page, 'sent');
    assert.equal(bench.state.consultation, undefined);
    assert.equal(bench.backend.state.calls.submitConsultation ?? 0, 0);
    assert.deepEqual(
      bench.news.flatMap((news) => (news.kind === 'submitted' ? [news.note] : [])),
      ['The gist'],
    );
  });

  it('does not call handed on what could not be written down for the booking, and can be asked again', async () => {
    let tries = 0;
    const bench = await ConsultationBench.open({
      capabilities: { consultations: false, photos: false },
      loadNote: async () => {
        tries += 1;
        if (tries === 1) throw new TypeError('It did not load');
        return ({ contact }) => `Of ${contact.name}`;
      },
    });
    await bench.goTo('check');
    const kept = [...bench.storage.items.values()].join();
    bench.takeNews();
    await bench.submit();
    assert.equal(bench.page, 'check');
    assert.equal(bench.state.error?.code, 'network');
    assert.deepEqual(bench.takeNews(), []);
    assert.equal([...bench.storage.items.values()].join(), kept, 'a reload brings back what it may');
    await bench.clock.run(Promise.all([bench.flow.submit(), bench.flow.submit()]));
    assert.equal(bench.page, 'sent');
    assert.equal(bench.state.error, undefined);
    assert.deepEqual(
      bench.news.flatMap((news) => (news.kind === 'submitted' ? [news.note] : [])),
      ['Of Ada Example'],
    );
  });

  it('knows whether something would be lost with the page', async () => {
    const bench = await ConsultationBench.open();
    assert.equal(bench.flow.unsent, false);
    bench.answer();
    assert.equal(bench.flow.unsent, true);
    await bench.goTo('check');
    await bench.submit();
    assert.equal(bench.flow.unsent, false);
  });

  it('is not done with answers that go along with a booking before that is made', async () => {
    const bench = await ConsultationBench.open({ capabilities: { consultations: false, photos: false } });
    await bench.goTo('check');
    await bench.submit();
    assert.equal(bench.page, 'sent');
    assert.equal(bench.flow.unsent, true);
    bench.flow.preset({ bookingId: 'b-1' });
    assert.equal(bench.flow.unsent, false);
    bench.flow.preset({});
    assert.equal(bench.flow.unsent, true);
    bench.flow.preset({ waitlisted: true });
    assert.equal(bench.flow.unsent, false, 'they went with a wish for a time');
  });
});

describe('ConsultationFlow, consents', () => {
  const HOUR = 3_600_000;
  const stored = (bench: ConsultationBench) =>
    Object.fromEntries(
      (bench.backend.state.consultations[0]?.draft.consents ?? []).map(({ purpose, granted, at }) => [
        purpose,
        `${granted ? 'yes' : 'no'} ${at.slice(11, 16)}`,
      ]),
    );

  it('bear the time at which each was said, not the one of sending', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('healthConsent');
    await bench.goTo('presentation');
    await bench.clock.advance(HOUR);
    await bench.goTo('photosConsent');
    await bench.goTo('contact');
    await bench.clock.advance(HOUR);
    await bench.goTo('check');
    bench.flow.setPrivacy(true);
    await bench.clock.advance(HOUR);
    await bench.clock.run(bench.flow.submit());
    assert.deepEqual(stored(bench), {
      privacy: 'yes 14:00',
      'health-data': 'yes 12:00',
      'photos-assessment': 'no 13:00',
      'photos-publication': 'no 13:00',
      'marketing-email': 'no 13:00',
      'marketing-sms': 'no 13:00',
    });
  });

  it('bear another time only where something else was said', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check', { photosConsent: ['photos-assessment'] });
    await bench.clock.advance(HOUR);
    bench.flow.change('photosConsent');
    bench.flow.answer('photosConsent', ['photos-assessment', 'photos-publication']);
    await bench.next();
    await bench.goTo('check');
    // A change that is taken back never was one.
    bench.flow.change('marketingConsent');
    bench.flow.answer('marketingConsent', ['marketing-email']);
    bench.flow.back();
    await bench.submit();
    assert.deepEqual(stored(bench), {
      privacy: 'yes 13:00',
      'health-data': 'yes 12:00',
      'photos-assessment': 'yes 12:00',
      'photos-publication': 'yes 13:00',
      'marketing-email': 'no 12:00',
      'marketing-sms': 'no 12:00',
    });
  });

  it('stay as they were where a change is taken back on a page that it led to', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check', { healthConsent: undefined });
    await bench.clock.advance(HOUR);
    bench.flow.change('healthConsent');
    bench.flow.answer('healthConsent', ['health-data']);
    await bench.next();
    assert.equal(bench.page, 'presentation');
    bench.flow.back();
    await bench.submit();
    assert.equal(stored(bench)['health-data'], 'no 12:00');
  });

  it('stay as they were sent while nothing has been heard of the consultation', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    bench.faults.submitConsultation = Array.from({ length: 20 }, () => lost);
    await bench.submit();
    assert.equal(bench.state.submission, 'unresolved');
    await bench.clock.advance(HOUR);
    bench.flow.setPrivacy(false);
    bench.flow.setPrivacy(true);
    bench.faults.submitConsultation = [];
    await bench.clock.run(bench.flow.submit());
    assert.equal(bench.page, 'sent');
    assert.equal(bench.backend.state.consultations.length, 1);
  });
});

describe('ConsultationFlow, over a reload', () => {
  it('has the ordinary answers back and none about health', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('photosConsent', { expectations: 'MARK-free-text', medications: 'MARK-medicine' });
    const again = await bench.reloaded();
    assert.equal(again.state.restored, true);
    assert.equal(again.state.answers['ageConfirm18'], 'yes');
    assert.equal(again.state.answers['hairColour'], 'black');
    for (const { id, health, kind } of again.state.questionnaire.questions) {
      if (health || kind === 'consent' || kind === 'long-text') assert.equal(again.state.answers[id], undefined, id);
    }
    assert.equal(again.page, 'treatmentGoal');
    assert.ok(!bench.storage.text.includes('norwood'));
    assert.ok(!bench.storage.text.includes('MARK'));
    assert.ok(!bench.storage.text.includes('shavedLook'));
  });

  it('keeps nothing of what was sent', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('check');
    await bench.submit();
    assert.equal(bench.storage.text, '');
  });

  it('keeps the answers that still fit when the questionnaire has changed', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('photosConsent');
    const { questionnaire } = bench.state;
    const questions = questionnaire.questions.map((question) =>
      question.id === 'hairColour' ? { ...question, options: [{ value: 'green' }] } : question,
    );
    const later = new ConsultationBench(
      { plan: { questionnaire: { ...questionnaire, version: '2', questions } } },
      bench.storage,
    );
    await later.load();
    assert.equal(later.state.answers['ageConfirm18'], 'yes');
    assert.equal(later.state.answers['hairColour'], undefined);
  });

  it('takes nothing from another clinic, and nothing old', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('photosConsent');
    const elsewhere = await ConsultationBench.open({ clinic: { id: 'moss' } }, bench.storage.copy());
    assert.deepEqual(elsewhere.state.answers, {});
    const late = new ConsultationBench({}, bench.storage.copy());
    await late.clock.advance(31 * 60_000);
    await late.load();
    assert.deepEqual(late.state.answers, {});
  });

  it('survives anything that stands in storage', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        const storage = new (await import('../support/booking.js')).TabStorage();
        storage.setItem(
          'smp-widgets/consultation',
          `{"version":1,"at":${Date.parse('2026-11-22T12:00:00Z')},"draft":${json}}`,
        );
        const bench = await ConsultationBench.open({}, storage);
        assert.equal(bench.state.status, 'ready');
      }),
      { numRuns: 50 },
    );
  });
});

describe('ConsultationFlow, photos', () => {
  const consented = { photosConsent: ['photos-assessment'] };

  it('are sent after the consultation, one by one', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('photos', consented);
    await bench.flow.addPhoto('front', photoFile());
    await bench.flow.addPhoto('top', photoFile());
    assert.deepEqual(
      bench.state.photos.map(({ angle, status }) => `${angle} ${status}`),
      ['front waiting', 'top waiting'],
    );
    assert.equal(bench.backend.state.calls.uploadPhoto, 0);
    await bench.goTo('check');
    await bench.submit();
    assert.deepEqual(
      bench.state.photos.map(({ status }) => status),
      ['sent', 'sent'],
    );
    assert.equal(bench.backend.state.consultations[0]?.photos.length, 2);
  });

  /** On the check page, with a photo for which the consent was taken back. */
  async function withdrawn(): Promise<ConsultationBench> {
    const bench = await ConsultationBench.open();
    await bench.goTo('photos', consented);
    await bench.flow.addPhoto('front', photoFile());
    await bench.goTo('check');
    bench.flow.change('photosConsent');
    bench.flow.answer('photosConsent', undefined);
    await bench.next();
    await bench.goTo('check');
    return bench;
  }

  it('stay here without their consent until the answers are sent, and are never sent', async () => {
    const bench = await withdrawn();
    assert.equal(bench.state.photos.length, 1);
    assert.deepEqual(bench.state.dropped, []);
    await bench.submit();
    assert.equal(bench.page, 'sent');
    await bench.clock.run(bench.flow.sendPhotos('front'));
    assert.equal(bench.backend.state.calls.uploadPhoto, 0);
    assert.deepEqual(bench.state.photos, []);
  });

  it('go along when their consent is given again', async () => {
    const bench = await withdrawn();
    bench.flow.change('photosConsent');
    bench.flow.answer('photosConsent', ['photos-assessment']);
    await bench.next();
    await bench.goTo('check');
    await bench.submit();
    assert.equal(bench.backend.state.consultations[0]?.photos.length, 1);
  });

  it('are not sent from a page that is not asked for any more, which is said', async () => {
    const questions = defaultQuestionnaire.questions.map((question) =>
      question.id === 'photos' ? { ...question, when: { question: 'timeframe', is: 'asap' } } : question,
    );
    const bench = await ConsultationBench.open({ plan: { questionnaire: { ...defaultQuestionnaire, questions } } });
    await bench.goTo('photos', { ...consented, timeframe: 'asap' });
    await bench.flow.addPhoto('front', photoFile());
    await bench.goTo('check');
    bench.flow.change('timeframe');
    bench.flow.answer('timeframe', 'later');
    await bench.next();
    assert.deepEqual(
      bench.state.dropped.map(({ id }) => id),
      ['photos'],
    );
    await bench.submit();
    assert.equal(bench.page, 'sent');
    assert.equal(bench.backend.state.calls.uploadPhoto, 0);
  });

  it('say why one can not be used, and leave room for another', async () => {
    const refusal = Object.assign(new Error('no'), { code: 'too-many-pixels' });
    const answers = [Promise.reject(refusal), Promise.resolve({ image: photoFile() })];
    answers[0]?.catch(() => undefined);
    const bench = await ConsultationBench.open({ prepare: () => answers.shift() ?? Promise.reject(refusal) });
    await bench.goTo('photos', consented);
    await bench.flow.addPhoto('front', photoFile());
    assert.deepEqual(
      bench.state.photos.map(({ status, problem }) => [status, problem]),
      [['refused', 'too-many-pixels']],
    );
    await bench.flow.addPhoto('front', photoFile());
    assert.deepEqual(
      bench.state.photos.map(({ status }) => status),
      ['waiting'],
    );
  });

  it('hold the page back while one is being prepared', async () => {
    let finish = (): void => undefined;
    const ready = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const bench = await ConsultationBench.open({
      prepare: async (file) => {
        await ready;
        return { image: file };
      },
    });
    await bench.goTo('photos', consented);
    const added = bench.flow.addPhoto('front', photoFile());
    await bench.next();
    assert.deepEqual(bench.state.issues, [{ field: 'photos', code: 'preparing' }]);
    finish();
    await added;
    await bench.next();
    assert.notEqual(bench.page, 'photos');
  });

  it('fail one by one, and are sent again one by one', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('photos', consented);
    await bench.flow.addPhoto('front', photoFile());
    await bench.flow.addPhoto('top', photoFile());
    await bench.goTo('check');
    const refusal = { kind: 'refuse', error: new SmpError('unauthorized', 'No') } as const;
    bench.faults.uploadPhoto = [refusal, refusal];
    const statuses = () => bench.state.photos.map(({ status }) => status);
    await bench.submit();
    await settle();
    assert.deepEqual(statuses(), ['failed', 'failed']);
    await bench.clock.run(bench.flow.sendPhotos('top'));
    assert.deepEqual(statuses(), ['failed', 'sent']);
    assert.equal(bench.backend.state.calls.uploadPhoto, 3);
    await bench.clock.run(bench.flow.sendPhotos('front'));
    assert.deepEqual(statuses(), ['sent', 'sent']);
  });

  it('can be taken out of the row before their turn, and put back while others are sent', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('photos', consented);
    await bench.flow.addPhoto('front', photoFile());
    await bench.flow.addPhoto('top', photoFile());
    await bench.goTo('check');
    bench.faults.uploadPhoto = [{ kind: 'hang', effect: true }];
    bench.flow.setPrivacy(true);
    const sent = bench.flow.submit();
    await bench.waitFor(({ photos }) => photos[0]?.status === 'sending');
    bench.flow.cancelPhoto('top');
    assert.equal(bench.state.photos[1]?.status, 'failed');
    const again = bench.flow.sendPhotos('top');
    assert.equal(bench.state.photos[1].status, 'waiting');
    bench.flow.cancelPhoto('front');
    await bench.clock.run(Promise.all([sent, again]));
    assert.deepEqual(
      bench.state.photos.map(({ status }) => status),
      ['failed', 'sent'],
    );
  });

  for (const end of ['begun anew', 'withdrawn'] as const) {
    it(`go nowhere unasked that are chosen after all was ${end} while one was sent, however slow the line`, async () => {
      const bench = await ConsultationBench.open();
      await bench.goTo('photos', consented);
      await bench.flow.addPhoto('front', photoFile());
      await bench.goTo('check');
      bench.faults.uploadPhoto = [{ kind: 'hang' }];
      bench.faults.deletePhoto = [{ kind: 'hang' }, { kind: 'hang' }];
      bench.flow.setPrivacy(true);
      const sent = bench.flow.submit();
      await bench.waitFor(({ photos }) => photos[0]?.status === 'sending');
      if (end === 'withdrawn') await bench.flow.withdraw();
      bench.flow.restart();
      await bench.goTo('photos', consented);
      await bench.flow.addPhoto('top', photoFile());
      const { uploadPhoto } = bench.backend.state.calls;
      await bench.clock.run(sent);
      await settle();
      assert.equal(bench.backend.state.calls.uploadPhoto, uploadPhoto, 'nobody has sent it');
      assert.equal(bench.state.photos[0]?.status, 'waiting');
      await bench.goTo('check');
      await bench.submit();
      const photosOf = bench.backend.state.consultations.map(({ photos }) => photos.map(({ angle }) => angle));
      assert.deepEqual(photosOf, end === 'withdrawn' ? [['top']] : [[], ['top']]);
    });
  }

  it('can be given up while they are sent; the clinic keeps none of it', async () => {
    const bench = await ConsultationBench.open();
    await bench.goTo('photos', consented);
    await bench.flow.addPhoto('front', photoFile());
    await bench.goTo('check');
    bench.faults.uploadPhoto = [{ kind: 'hang', effect: true }];
    bench.flow.setPrivacy(true);
    const sent = bench.flow.submit();
    await bench.waitFor(({ photos }) => photos[0]?.status === 'sending');
    bench.flow.cancelPhoto('front');
    await bench.clock.run(sent);
    assert.equal(bench.state.photos[0]?.status, 'failed');
    assert.equal(bench.backend.state.consultations[0]?.photos.length, 0);
    await bench.clock.run(bench.flow.sendPhotos('front'));
    assert.equal(bench.state.photos[0]?.status, 'sent');
    assert.equal(bench.backend.state.consultations[0]?.photos.length, 1);
  });
});
