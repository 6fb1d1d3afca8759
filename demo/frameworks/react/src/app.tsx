import 'smp-widgets/react';
import { useEffect, useRef, useState } from 'react';
import { decodeDesign } from 'smp-widgets';
import type { Booking, ClinicMessages, SmpHairlinePicker } from 'smp-widgets';
import { memoryAdapter } from 'smp-widgets/adapters/memory';

// A made-up clinic in the page's memory. A real app gives `endpoint="/smp"`, or an adapter of its own.
const adapter = memoryAdapter();
const OWN_WORDS: ClinicMessages = { holdTime: 'Keep this time for me' };
const firstDesign = () => decodeDesign('ACSB548gC1AAO-5');

export function App() {
  const [design, setDesign] = useState(firstDesign);
  const [skin, setSkin] = useState(4);
  const [service, setService] = useState('');
  const [messages, setMessages] = useState<ClinicMessages>({});
  const [step, setStep] = useState('');
  const [booking, setBooking] = useState<Booking>();
  const [isOpen, setOpen] = useState(true);
  const picker = useRef<SmpHairlinePicker>(null);

  // The code of the picker comes after the page. Until it is there React would write an object into an attribute, as
  // text, so this property goes through a ref.
  useEffect(() => void import('smp-widgets/hairline-picker/define'), []);
  useEffect(() => {
    if (picker.current && design) picker.current.design = design;
  }, [design]);

  return (
    <div className="page">
      <header className="top">
        <span className="brand">Northlight Scalp Studio</span>
        <span className="muted">An invented studio, in React 19</span>
      </header>
      <div>
        <h1>See it first. Then book.</h1>
        <p className="lead">Shape a hairline and choose a time: the studio gets both together.</p>
      </div>
      <smp-clinic
        adapter={adapter}
        messages={messages}
        phone="020 7946 0120"
        onsmp-booking-confirmed={(event) => setBooking(event.booking)}
      >
        <section className="card">
          <h2>Your hairline</h2>
          <div className="row">
            <label>
              Skin of the model
              <select value={skin} onChange={(event) => setSkin(Number(event.target.value))}>
                <option value="2">Light</option>
                <option value="4">Medium</option>
                <option value="8">Dark</option>
              </select>
            </label>
            <button onClick={() => design && setDesign({ ...design, edge: 'soft-broken' })}>Soften the edge</button>
            <button onClick={() => setDesign(firstDesign)}>Back to our design</button>
          </div>
          <smp-hairline-picker
            ref={picker}
            skin={skin}
            onsmp-hairline-changed={(event) => setDesign(event.design)}
          ></smp-hairline-picker>
          <p className="told" id="told-design">
            The app knows: <strong>{design?.shape}</strong>, edge <strong>{design?.edge}</strong>
          </p>
        </section>
        <section className="card">
          <h2>Your appointment</h2>
          <div className="row">
            <label>
              Service
              <select value={service} onChange={(event) => setService(event.target.value)}>
                <option value="">Ask me</option>
                <option value="consultation-video">Video consultation</option>
                <option value="consultation">Consultation at the studio</option>
              </select>
            </label>
            <button onClick={() => setMessages(OWN_WORDS)}>Use our own words</button>
            <button onClick={() => setOpen(!isOpen)}>{isOpen ? 'Close the booker' : 'Open the booker'}</button>
          </div>
          {isOpen && (
            <smp-slot-booker service={service || undefined} onsmp-step-changed={(event) => setStep(event.step)}>
              <p>To book, call us on 020 7946 0120.</p>
            </smp-slot-booker>
          )}
          <p className="told" id="told-booking">
            {booking ? 'The app knows: booked, reference ' : 'The app knows: the visitor is at '}
            <strong>{booking ? booking.reference : step || 'the start'}</strong>
          </p>
        </section>
      </smp-clinic>
    </div>
  );
}
