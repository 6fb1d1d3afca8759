import type { Locator, Page } from 'playwright-core';

/** A visitor at a booker: what they see and do, by role and label. */
export class Booker {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get heading(): Locator {
    return this.#page.locator('smp-slot-booker [part~=heading]');
  }

  /** The free times of the chosen day. */
  get times(): Locator {
    return this.#page.locator('smp-slot-booker [part~=time] input');
  }

  /** What is said when a time has been lost. */
  get lost(): Locator {
    return this.#page.locator('smp-slot-booker [part~=lost]');
  }

  /** Free times that are offered in place of the lost one. */
  get alternatives(): Locator {
    return this.#page.locator('smp-slot-booker [part~=alternative]');
  }

  get confirmation(): Locator {
    return this.#page.locator('smp-slot-booker [part~=reference]');
  }

  async at(heading: string): Promise<void> {
    await this.heading.filter({ hasText: heading }).waitFor();
  }

  async chooseService(name: string): Promise<void> {
    await this.at('What would you like to book?');
    await this.#page.getByRole('radio', { name }).check();
    await this.#continue();
    await this.at('Choose a day and time');
    await this.times.first().waitFor();
  }

  async choosePractitioner(name: string): Promise<void> {
    const listed = this.#page.waitForResponse((response) => response.url().includes('practitioner='));
    await this.#page.getByLabel('Practitioner').selectOption(name);
    await listed;
    await this.times.first().waitFor();
  }

  /** Takes a time of the day that is open, the first unless told otherwise, and answers its id. */
  async takeTime(id?: string): Promise<string> {
    const time = id === undefined ? this.times.first() : this.#page.locator(`smp-slot-booker input[value="${id}"]`);
    await time.check();
    const value = await time.inputValue();
    await this.#page.getByRole('button', { name: /^(?:Hold this time|Continue)$/ }).click();
    return value;
  }

  /** @param agreed who was asked before, with a consultation, is not asked again */
  async giveDetails(name: string, agreed = false): Promise<void> {
    await this.at('Your details');
    await this.#page.getByLabel('Full name').fill(name);
    await this.#page.getByLabel('Email address').fill('visitor@example.com');
    const privacy = this.#page.getByRole('checkbox', { name: 'uses these details' });
    if (!agreed) await privacy.check();
    else if ((await privacy.count()) > 0) throw new Error('What was agreed to is asked again');
    await this.#continue();
    await this.at('Check your answers');
  }

  async confirm(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Confirm booking' }).click();
  }

  /** Goes on with the details that were given before. */
  async confirmKept(name: string): Promise<void> {
    const field = this.#page.getByLabel('Full name');
    await field.or(this.#page.getByRole('button', { name: 'Confirm booking' })).waitFor();
    if (await field.isVisible()) {
      if ((await field.inputValue()) !== name) throw new Error('The name that was given is gone');
      await this.#continue();
    }
    await this.at('Check your answers');
    await this.#page.getByText(name).waitFor();
    await this.confirm();
  }

  /** Goes all the way, and answers the reference. */
  async book(service: string, name: string): Promise<string> {
    await this.chooseService(service);
    await this.takeTime();
    await this.giveDetails(name);
    await this.confirm();
    await this.at('Your appointment is booked');
    return (await this.confirmation.innerText()).trim();
  }

  async #continue(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Continue' }).click();
  }
}
