import { html } from 'lit';
import type { Part } from './part.js';

/** A number, to be called with one touch. */
export const callLink = (phone: string, icon?: Part) =>
  html`<a part="phone" href=${`tel:${phone.replace(/[^\d+]/g, '')}`}>${icon}<bdi>${phone}</bdi></a>`;
