import { assert } from '@esm-bundle/chai';
import type { SchedulingAdapter } from '../../../src/adapters/adapter.js';
import type { MemoryAdapter } from '../../../src/adapters/memory.js';
import { consultationIssues } from '../../../src/domain/consultation/consultation-issues.js';
import type { Consultation, ConsultationDraft } from '../../../src/domain/consultation/consultation.js';
import { defaultQuestionnaire } from '../../../src/domain/consultation/default-questionnaire.js';
import type { Question } from '../../../src/domain/consultation/question.js';
import { walk, type Questionnaire } from '../../../src/domain/consultation/questionnaire.js';
import { isSmpError, SmpError } from '../../../src/domain/errors.js';
import { en as words } from '../../../src/locales/consultation/en.js';
import { en } from '../../../src/locales/en.js';
import { caseCount, engine } from '../../support/browser.js';
import { backend, clinic, useClinicPage } from '../../support/clinic-page.js';
import { consultationOn, type ConsultationHarness } from '../../support/consultation.harness.js';
import { overridden, Weather } from '../../support/fault-adapter.js';
import { textOf } from '../../support/slot-booker.harness.js';
import { usePageReports } from '../../support/page-reports.js';
import { turn, until } from '../../support/until.js';
import { asking, EVERY_KIND } from './support/clinic-questions.js';
import { dice, pickOf } from './support/dice.js';
import { addPhoto, photoFile } from './support/photo-file.js';

const CLIENTS = caseCount(1000);
const AT_ONCE = 25;
const SEED = Number(new URLSearchParams(location.search).get('seed') ?? 20261123);
/** How many see the page, and how many of those who may send photos do. */
const SHOWN = 0.1;
const WITH_PHOTOS = 0.5;
/** Nobody needs more pages than this, however often they go back and change their minds. */
const PATIENCE = 400;

const NONSENSE = [
  '',
  '   ',
  '0',
  '-1',
  '32',
  '99999999999999999999',
  '1,5',
  'twelve',
  '٣',
  '2024-02-30',
  'Feb',
  '<b>x</b>',
  '__proto__',
  '🧑‍🦲',
  'ada@',
  'x'.repeat(2500),
];
const DATES = [
  ['', '', ''],
  ['', '', '2021'],
  ['', '3', '2022'],
  ['14', 'March', '2019'],
  ['1', '1', '2026'],
  ['31', '2', '2020'],
  ['', '', '3000'],
] as const;

/** What goes into the fields of the contact page, by what they are for. */
const DETAILS: Readonly<Record<string, string>> = {
  name: 'Ada Example',
  email: 'ada@example.com',
  tel: '020 7946 0123',
};

/** All kinds of questions, some of which hang on answers to others. */
const OWN = asking(
  { id: 'mayWe', kind: 'consent', label: 'May we?', purposes: ['health-data', 'photos-assessment'] },
  ...EVERY_KIND,
  { id: 'softer', kind: 'scale', label: 'How soft?', required: true, when: { question: 'look', is: 'soft' } },
  {
    id: 'illness',
    kind: 'multi',
    label: 'Any of these?',
    health: true,
    required: true,
    options: [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B', when: { question: 'places', is: 'top' } },
      { value: 'none', label: 'None', exclusive: true },
    ],
  },
  { id: 'illnessDate', kind: 'date', label: 'When?', health: true, when: { question: 'illness', is: ['a', 'b'] } },
  { id: 'illnessText', kind: 'text', label: 'What?', health: true, when: { question: 'illnessDate', answered: true } },
);

/** One visitor, who presses what there is. */
class Client {
  readonly consultation: ConsultationHarness;
  /** What was done, for whoever has to find out. */
  readonly path: string[] = [];
  /** Was told that photos are not sent. */
  held = false;
  readonly #random: () => number;
  readonly #calm: boolean;
  readonly #photo: File;

  constructor(consultation: ConsultationHarness, random: () => number, photo: File) {
    this.#photo = photo;
    this.consultation = consultation;
    this.#random = random;
    this.#calm = random() < 0.5;
  }

  #chance(part: number): boolean {
    return this.#random() < part;
  }

  #write(control: HTMLInputElement | HTMLTextAreaElement, value: string): void {
    control.value = value;
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** Fills in the page; with `sense` in a way that lets it be left. */
  answer(sense: boolean): void {
    const random = this.#random;
    const controls = this.consultation.all('input:not([type=file]), textarea') as HTMLInputElement[];
    const [first] = controls;
    if (!first) return;
    const isContact = controls.some(({ autocomplete }) => autocomplete === 'email');
    if (isContact) {
      for (const control of controls) {
        const good = DETAILS[control.autocomplete] ?? '';
        this.#write(control, sense ? good : pickOf(random, [good, ...NONSENSE]));
      }
    } else if (first.type === 'radio') {
      if (sense || this.#chance(0.9)) pickOf(random, controls).click();
    } else if (first.type === 'checkbox') {
      // Nobody is kept from ticking it all, though few do.
      const ticks = sense ? 1 + Math.floor(random() * 3) : Math.floor(random() * 6);
      for (let tick = 0; tick < ticks; tick++) pickOf(random, controls).click();
      if (sense && !controls.some(({ checked }) => checked)) first.click();
    } else if (controls.length === 3) {
      const date = pickOf(random, sense ? DATES.slice(0, 4) : DATES);
      const future = this.consultation.heading().includes('wedding');
      controls.forEach((control, part) => {
        const text = future && sense ? (part === 2 ? '2190' : '') : (date[part] ?? '');
        this.#write(control, sense || this.#chance(0.8) ? text : pickOf(random, NONSENSE));
      });
    } else this.#write(first, sense ? pickOf(random, ['', '3', '7']) : pickOf(random, NONSENSE));
  }

  /** Chooses photos, and takes some back. */
  async #photograph(): Promise<void> {
    const { consultation } = this;
    for (const place of consultation.parts('photo')) {
      if (!this.#chance(WITH_PHOTOS / 3)) continue;
      const label = textOf(place.querySelector('h3'));
      await addPhoto(consultation, label, this.#photo);
      await consultation.shows('that it can be sent', () => textOf(place).includes(words.photoReady));
      if (this.#chance(0.1)) await consultation.press(`${words.photoRemove}: ${label}`);
    }
  }

  /** Goes through it all in its own way. @throws where it is stuck */
  async visit(): Promise<'sent' | 'under 18' | 'left' | 'withdrawn'> {
    const { consultation } = this;
    const random = this.#random;
    let refusals = 0;
    for (let pages = 0; pages < PATIENCE; pages++) {
      const heading = consultation.heading();
      const place = `${heading} ${consultation.progress()}`;
      this.path.push(place);
      if (consultation.text().includes(words.blockedTitle)) {
        if (this.#chance(0.5)) return 'under 18';
        await consultation.press(en.back);
        this.#see('back from the end for those under 18', place);
        consultation.choices()[0]?.input.click();
        continue;
      }
      if (heading === en.checkTitle) {
        if (this.#chance(0.35)) {
          const changes = consultation.buttons().filter((name) => name.startsWith(en.change));
          const change = pickOf(random, changes);
          this.path.push(change);
          await consultation.press(change);
          this.#see(change, place);
          if (/stores and uses|use my photos/.test(change) && this.#chance(0.7))
            consultation.choices()[0]?.input.click();
          continue;
        }
        if (this.#chance(0.1)) {
          await consultation.press(en.back);
          this.#see('back', place);
          continue;
        }
        if (consultation.spoken().includes(words.photosHeld)) this.held = true;
        if (this.#chance(0.02)) return 'left';
        const box = consultation.choices().at(-1);
        if (this.#chance(0.8) && !box?.chosen) box?.input.click();
        const isTicked = box?.input.checked === true;
        await consultation.submit();
        if (!isTicked) {
          if (consultation.problems().length === 0) throw new Error('It sends without agreement');
          continue;
        }
        await until('it is sent', () => consultation.heading() === words.sentTitle || consultation.part('error'));
        if (consultation.part('error')) throw new Error(`It was refused: ${consultation.alert()}`);
        if (!this.#chance(0.1)) return 'sent';
        await consultation.withdraw();
        await consultation.at(words.withdrawnTitle);
        if (this.#chance(0.5)) return 'withdrawn';
        await consultation.press(words.another);
        continue;
      }
      if (consultation.buttons().includes(en.back) && this.#chance(0.08)) {
        await consultation.press(en.back);
        this.#see('back', place);
        continue;
      }
      // Somebody who was told twice what is wrong reads it.
      const sense = this.#calm || refusals > 1 || this.#chance(0.7);
      if (consultation.progress() !== '' && (refusals > 0 || this.#chance(0.97))) this.answer(sense);
      if (consultation.all('input[type=file]').length > 0) await this.#photograph();
      await consultation.element.updateComplete;
      await this.#leave(place);
      const told = consultation.problems();
      if (told.length === 0) refusals = 0;
      else {
        refusals += 1;
        if (told.some((text) => text.length < 5)) throw new Error(`It names no problem: ${told.join()}`);
        if (refusals > 12) throw new Error(`It can’t be left: ${told.join()}`);
      }
    }
    throw new Error(`It has no end`);
  }

  /** Continue: another page, or words for what is wrong. @throws where neither comes */
  async #leave(place: string): Promise<void> {
    const { consultation } = this;
    const button = consultation.part('button');
    if (!button) throw new Error('There is no way on');
    const isContact = consultation.all('[autocomplete=email]').length > 0;
    button.click();
    await consultation.element.updateComplete;
    // What is typed on this page is looked at by code of its own.
    for (let turns = 0; isContact && turns < 20 && this.#stays(place); turns++) await turn();
    await consultation.element.updateComplete;
    if (this.#stays(place) && consultation.problems().length === 0) throw new Error('Nothing happens');
  }

  #stays(place: string): boolean {
    return `${this.consultation.heading()} ${this.consultation.progress()}` === place;
  }

  #see(what: string, place: string): void {
    if (this.#stays(place)) throw new Error(`Nothing happens: ${what}`);
  }
}

/** What is wrong with what arrived, if anything. */
function wrongWith(draft: ConsultationDraft, questionnaire: Questionnaire): string[] {
  const { asked } = walk(questionnaire, draft.answers);
  const strangers = Object.keys(draft.answers).filter((id) => !asked.some((question) => question.id === id));
  const consented = draft.consents.some(({ purpose, granted }) => purpose === 'health-data' && granted);
  const health = questionnaire.questions
    .filter((question: Question) => question.health && draft.answers[question.id] !== undefined)
    .map(({ id }) => id);
  return [
    ...consultationIssues(draft, questionnaire, '2026-11-30').map(({ pointer, code }) => `${pointer} ${code}`),
    ...strangers.map((id) => `${id} was not asked`),
    ...(consented ? [] : health.map((id) => `${id} without consent`)),
    ...(draft.consents.some(({ purpose, granted }) => purpose === 'privacy' && granted) ? [] : ['no privacy']),
  ];
}

describe(`${CLIENTS} random clients of <smp-consultation> in ${engine}`, function () {
  this.timeout(60_000);
  const page = useClinicPage();
  const reports = usePageReports();
  let photo: File;
  const met = {
    shown: 0,
    photos: 0,
    held: 0,
    sent: 0,
    'under 18': 0,
    left: 0,
    withdrawn: 0,
    changes: 0,
    silent: 0,
    own: 0,
  };
  const errors: string[] = [];
  const { error: say } = console;

  beforeEach(() => {
    errors.length = 0;
    console.error = (...texts: unknown[]) => void errors.push(texts.map(String).join(' '));
  });
  afterEach(() => {
    console.error = say;
    page.element.hidden = false;
  });

  // What contact details are looked at by is loaded once before any client, so that none has to wait for it.
  before(async () => {
    await import('../../../src/flows/consultation-checks.js');
    await import('../../../src/controllers/photo-preparation.js');
    photo = await photoFile({ width: 220, height: 220 });
  });

  const own: Questionnaire = OWN.questionnaire;

  /** Lets one client in, and looks at what arrived. @throws with the way that was gone */
  async function receive(seed: number): Promise<void> {
    const random = dice(seed);
    // Most are drawn and not laid out: that would take most of the time.
    const isShown = random() < SHOWN;
    page.element.hidden = !isShown;
    const isOwn = random() < 0.3;
    const adapter: MemoryAdapter = backend(isOwn ? { clinic: { ...clinic, consultation: OWN } } : {});
    const refused: unknown[] = [];
    const submitConsultation: SchedulingAdapter['submitConsultation'] = async (draft, options) => {
      const answer = adapter.submitConsultation?.(draft, options);
      answer?.catch((error: unknown) => isSmpError(error) && refused.push(error.issues, draft.answers));
      return answer as Promise<Consultation>;
    };
    const consultation = await consultationOn(page, { adapter: overridden(adapter, { submitConsultation }) }).ready();
    const client = new Client(consultation, random, photo);
    try {
      const end = await client.visit();
      const drafts = adapter.state.consultations.map(({ draft }) => draft);
      assert.lengthOf(drafts, end === 'sent' ? 1 : 0);
      const questionnaire = isOwn ? own : defaultQuestionnaire;
      for (const draft of drafts) assert.isEmpty(wrongWith(draft, questionnaire));
      const isPermitted = drafts[0]?.consents.some((one) => one.purpose === 'photos-assessment' && one.granted);
      if (end === 'sent') {
        const shown = consultation.parts('photo').length;
        assert.isTrue(isPermitted === true || shown === 0, 'photos without consent');
        await until('all photos have arrived', () => adapter.state.consultations[0]?.photos.length === shown);
        if (shown > 0) met.photos += 1;
        if (client.held) met.held += 1;
      }
      if (isShown) met.shown += 1;
      met[end] += 1;
      if (isOwn) met.own += 1;
      if (client.path.some((step) => step.startsWith(en.change))) met.changes += 1;
      const [draft] = drafts;
      if (draft?.consents.some(({ purpose, granted }) => purpose === 'health-data' && !granted)) met.silent += 1;
    } catch (cause) {
      throw new Error(
        `The client of seed ${seed}, on “${consultation.heading()}”: ${String(cause)}\n${JSON.stringify(refused)}\nafter ${client.path.slice(-15).join(' → ')}`,
        { cause },
      );
    } finally {
      consultation.element.remove();
      sessionStorage.clear();
    }
  }

  for (let first = 0; first < CLIENTS; first += AT_ONCE) {
    it(`serves clients ${first + 1} to ${first + AT_ONCE} (seeds from ${SEED + first})`, async () => {
      for (let index = 0; index < AT_ONCE; index++) await receive(SEED + first + index);
      await turn();
      assert.isEmpty(reports.uncaught);
      assert.isEmpty(errors);
      assert.isEmpty(reports.warnings);
    });
  }

  it('met every kind of them', () => {
    const whole = met.sent + met['under 18'] + met.left + met.withdrawn;
    assert.equal(whole, CLIENTS);
    assert.isAbove(met.sent, CLIENTS / 4);
    // One in hundreds takes back the consent to photos that are there: among a thousand they are met.
    for (const [kind, count] of Object.entries(met))
      if (kind !== 'held' || CLIENTS >= 1000) assert.isAbove(count, 0, kind);
  });

  /** What is told of the first client who does not come to an end of the ordinary kind. */
  async function told(adapter: MemoryAdapter, spoil?: (consultation: ConsultationHarness) => void): Promise<string> {
    for (let seed = 1; seed <= 20; seed++) {
      sessionStorage.clear();
      const consultation = await consultationOn(page, { adapter }).ready();
      spoil?.(consultation);
      try {
        await new Client(consultation, dice(seed), photo).visit();
      } catch (error) {
        return String(error);
      }
    }
    return 'nothing';
  }

  it('would tell of a page that can’t be left', async () => {
    const trap: Question = { id: 'trap', kind: 'number', label: 'Trap', required: true, min: 8.5, max: 8.6 };
    const adapter = backend({ clinic: { ...clinic, consultation: asking(trap) } });
    assert.include(await told(adapter), 'It can’t be left');
  });

  it('would tell of a button that does nothing', async () => {
    const ignore = (event: Event): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const dead = await told(backend(), ({ root }) => root.addEventListener('submit', ignore, { capture: true }));
    assert.include(dead, 'Nothing happens');
  });

  it('would tell of a refusal', async () => {
    const weather = new Weather('submitConsultation', { kind: 'refuse', error: new SmpError('validation', 'no') });
    assert.include(await told(backend({ faults: weather.faults })), 'It was refused');
  });

  it('would tell of answers that should not have arrived', async () => {
    const adapter = backend();
    await consultationOn(page, { adapter }).toSent();
    const [stored] = adapter.state.consultations;
    if (!stored) throw new Error('Nothing has arrived');
    const { draft } = stored;
    assert.isEmpty(wrongWith(draft, defaultQuestionnaire));
    const silent = {
      ...draft,
      consents: draft.consents.map((one) => ({ ...one, granted: one.purpose === 'privacy' })),
    };
    assert.include(wrongWith(silent, defaultQuestionnaire).join(), 'healthBody without consent');
    const more = { ...draft, answers: { ...draft.answers, hairLossPatternFemale: 'ludwig-1' } };
    assert.include(wrongWith(more, defaultQuestionnaire).join(), 'hairLossPatternFemale was not asked');
  });

  it('would hear of errors that nobody caught', async () => {
    void Promise.reject(new Error('nobody caught me'));
    await until('it is heard', () => reports.uncaught.length > 0);
    console.error('heard');
    assert.include(errors, 'heard');
  });
});
