import { afterNextRender, Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { decodeDesign } from 'smp-widgets';
import type { Booking, ClinicMessages, SmpBookingConfirmedEvent, SmpHairlineChangedEvent } from 'smp-widgets';
import type { SmpStepChangedEvent } from 'smp-widgets';
import { memoryAdapter } from 'smp-widgets/adapters/memory';

const OWN_WORDS: ClinicMessages = { holdTime: 'Keep this time for me' };
const firstDesign = () => decodeDesign('ACSB548gC1AAO-5');

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <div class="page">
      <header class="top">
        <span class="brand">Northlight Scalp Studio</span>
        <span class="muted">An invented studio, in Angular</span>
      </header>
      <div>
        <h1>See it first. Then book.</h1>
        <p class="lead">Shape a hairline and choose a time: the studio gets both together.</p>
      </div>
      <smp-clinic
        [adapter]="adapter"
        [messages]="messages()"
        phone="020 7946 0120"
        (smp-booking-confirmed)="onConfirmed($event)"
      >
        <section class="card">
          <h2>Your hairline</h2>
          <div class="row">
            <label>
              Skin of the model
              <select #skins (change)="skin.set(+skins.value)">
                <option value="2">Light</option>
                <option value="4" selected>Medium</option>
                <option value="8">Dark</option>
              </select>
            </label>
            <button (click)="soften()">Soften the edge</button>
            <button (click)="startAgain()">Back to our design</button>
          </div>
          <smp-hairline-picker
            [attr.skin]="skin()"
            [design]="design()"
            (smp-hairline-changed)="onChanged($event)"
          ></smp-hairline-picker>
          <p class="told" id="told-design">
            The app knows: <strong>{{ design()?.shape }}</strong>, edge <strong>{{ design()?.edge }}</strong>
          </p>
        </section>
        <section class="card">
          <h2>Your appointment</h2>
          <div class="row">
            <label>
              Service
              <select #services (change)="service.set(services.value)">
                <option value="">Ask me</option>
                <option value="consultation-video">Video consultation</option>
                <option value="consultation">Consultation at the studio</option>
              </select>
            </label>
            <button (click)="useOwnWords()">Use our own words</button>
            <button (click)="isOpen.set(!isOpen())">{{ isOpen() ? 'Close the booker' : 'Open the booker' }}</button>
          </div>
          @if (isOpen()) {
            <smp-slot-booker [attr.service]="service() || null" (smp-step-changed)="onStep($event)">
              <p>To book, call us on 020 7946 0120.</p>
            </smp-slot-booker>
          }
          <p class="told" id="told-booking">
            {{ booking() ? 'The app knows: booked, reference ' : 'The app knows: the visitor is at ' }}
            <strong>{{ booking()?.reference || step() || 'the start' }}</strong>
          </p>
        </section>
      </smp-clinic>
    </div>
  `,
})
export class AppRoot {
  // A made-up clinic in the page's memory. A real app gives `endpoint="/smp"`, or an adapter of its own.
  readonly adapter = memoryAdapter();
  readonly design = signal(firstDesign());
  readonly messages = signal<ClinicMessages>({});
  readonly booking = signal<Booking | undefined>(undefined);
  readonly skin = signal(4);
  readonly service = signal('');
  readonly step = signal('');
  readonly isOpen = signal(true);

  constructor() {
    // The code of the picker comes after the page. Angular sets properties whether or not it is there yet.
    afterNextRender(() => void import('smp-widgets/hairline-picker/define'));
  }

  soften(): void {
    this.design.update((design) => design && { ...design, edge: 'soft-broken' });
  }

  startAgain(): void {
    this.design.set(firstDesign());
  }

  useOwnWords(): void {
    this.messages.set(OWN_WORDS);
  }

  onChanged(event: SmpHairlineChangedEvent): void {
    this.design.set(event.design);
  }

  onStep(event: SmpStepChangedEvent): void {
    this.step.set(event.step);
  }

  onConfirmed(event: SmpBookingConfirmedEvent): void {
    this.booking.set(event.booking);
  }
}
