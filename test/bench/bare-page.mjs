import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

/** What one would write by hand with the same libraries: fetches once, then plain buttons. */
const SOURCE = `
import { LitElement, html } from 'lit';
import { ContextConsumer, ContextProvider, createContext } from '@lit/context';
import * as z from 'zod/mini';
import ky from 'ky';

const Page = z.object({
  today: z.iso.date(),
  slots: z.array(z.object({ id: z.string(), start: z.string(), localDate: z.iso.date(), localTime: z.string() })),
});
const context = createContext(Symbol('bare'));

class BareClinic extends LitElement {
  #provider = new ContextProvider(this, { context, initialValue: ky.create({ prefix: '/smp/v1' }) });
  render() {
    return html\`<slot></slot>\`;
  }
}

class BareSlots extends LitElement {
  static properties = { slots: {}, chosen: {} };
  #clinic = new ContextConsumer(this, { context, subscribe: true, callback: (api) => this.load(api) });
  async load(api) {
    if (this.slots || !api) return;
    const { slots } = Page.parse(await api.get('slots', { searchParams: { service: this.getAttribute('service') } }).json());
    this.slots = slots.filter(({ localDate }) => localDate === slots[0].localDate);
  }
  render() {
    if (!this.slots) return html\`<p>Loading</p>\`;
    return this.slots.map(
      (slot) => html\`<button part="time" @click=\${() => (this.chosen = slot.id)}>\${slot.localTime}</button>\`,
    );
  }
}
customElements.define('bare-clinic', BareClinic);
customElements.define('bare-slots', BareSlots);
`;

/** The bare page's one script. */
export async function bareBundle() {
  const bundle = await rollup({
    input: 'bare',
    plugins: [
      { name: 'bare', resolveId: (id) => (id === 'bare' ? id : null), load: (id) => (id === 'bare' ? SOURCE : null) },
      nodeResolve({ browser: true, exportConditions: ['production'], rootDir: process.cwd() }),
      terser({ ecma: 2022, module: true, format: { comments: false } }),
    ],
    onwarn: () => undefined,
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return output[0].code;
}
