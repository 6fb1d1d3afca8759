import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import { enquiryContext } from '../../src/context/enquiry-context.js';
import type { ScreeningOutcome } from '../../src/domain/consultation/screening.js';
import { until } from './until.js';

class SmpTestAnswers extends LitElement {
  readonly enquiry = new ContextConsumer(this, { context: enquiryContext, subscribe: true });
}
customElements.define('smp-test-answers', SmpTestAnswers);

/** Says in the enquiry of a clinic what came of a consultation, as its element does. */
export async function screened(clinic: Element, outcome: Partial<ScreeningOutcome>): Promise<void> {
  const answers = new SmpTestAnswers();
  clinic.append(answers);
  await until('there is an enquiry', () => answers.enquiry.value);
  const screening: ScreeningOutcome = { findings: [], consultation: true, treatment: 'open', ...outcome };
  answers.enquiry.value?.update({ screening });
}
