import type { TouchUpPlan } from '../../domain/care/touch-up-request.js';
import type { Contact } from '../../domain/contact.js';
import { addDays } from '../../domain/time/plain-date.js';
import { check, checkSame, refused } from '../assert.js';
import type { Desk } from '../desk.js';
import type { AdapterCases } from '../harness.js';

const needs = 'touchUps';

/** Somebody who is reminded by mail, their token and what it shows. */
async function signed(
  desk: Desk,
): Promise<{ readonly contact: Contact; readonly token: string; readonly plan: TouchUpPlan }> {
  const contact = desk.visitor();
  await desk.signUp(desk.touchUps(contact));
  const token = await desk.touchUpToken(contact);
  return { contact, token, plan: await desk.touchUpPlan(token) };
}

const later = ({ dates }: TouchUpPlan) => ({ ...dates, refresh: addDays(dates.refresh, 60) });

/** Reminders of touch-ups. */
export const touchUpCases: AdapterCases = {
  subject: 'touch-ups',
  cases: [
    {
      name: 'reminds who asks for it of the dates that were asked for, and hides whom',
      needs,
      run: async (desk) => {
        const { contact, plan } = await signed(desk);
        checkSame(plan.dates, desk.touchUps().dates, 'the dates');
        checkSame(plan.channels, ['email'], 'the channels');
        check(!plan.stopped, 'a plan that was just made should not be stopped');
        const shown = JSON.stringify(plan);
        const [mailbox = ''] = contact.email.split('@');
        for (const secret of [contact.name, mailbox, contact.phone ?? '']) {
          check(!shown.includes(secret), `a plan should not show “${secret}”`);
        }
      },
    },
    {
      name: 'answers the same to who has asked before, and keeps to what was asked last',
      needs,
      run: async (desk) => {
        const { contact, token, plan } = await signed(desk);
        const again = { ...desk.touchUps(contact), dates: later(plan) };
        await desk.signUp(again);
        const now = await desk.touchUpPlan(token);
        checkSame(now.dates, again.dates, 'the dates');
        check(now.version > plan.version, 'the version should rise');
        checkSame(await desk.touchUpToken(contact), token, 'the token of one person');
      },
    },
    {
      name: 'takes a wish sent again once',
      needs,
      run: async (desk) => {
        const request = desk.touchUps();
        const operationId = desk.operation();
        await desk.signUp(request, operationId);
        const token = await desk.touchUpToken(request.contact as Contact);
        await desk.signUp(request, operationId);
        checkSame((await desk.touchUpPlan(token)).version, 1, 'the version');
        const other = { ...request, contact: desk.visitor() };
        await refused(() => desk.signUp(other, operationId), 'a reused operation id', 'validation');
      },
    },
    {
      name: 'opens no plan to a token that is forged, cut, lengthened or of another kind',
      needs,
      run: async (desk) => {
        const { token } = await signed(desk);
        const altered = [0, Math.floor(token.length / 2), token.length - 2].map((place) => {
          const other = token[place] === 'A' ? 'B' : 'A';
          return token.slice(0, place) + other + token.slice(place + 1);
        });
        const forged = [...altered, token.slice(0, -1), `${token}A`, 'A', 'a.b.c'];
        if (desk.capabilities.management) {
          const { service, own } = await desk.scene();
          const [slot] = own;
          if (slot) forged.push(desk.token(await desk.book(desk.draft(service.id, slot))));
        }
        for (const one of forged) {
          const what = `the token “${one.slice(0, 8)}…”`;
          await refused(() => desk.touchUpPlan(one), what, 'unauthorized');
          const update = { token: one, version: 1, channels: ['email' as const] };
          await refused(() => desk.updateTouchUps(update), `changing by ${what}`, 'unauthorized');
          await refused(() => desk.stopTouchUps(one), `stopping by ${what}`, 'unauthorized');
        }
        check(!(await desk.touchUpPlan(token)).stopped, 'nothing of that should have stopped the plan');
      },
    },
    {
      name: 'changes the dates of a plan, once for a version',
      needs,
      run: async (desk) => {
        const { token, plan } = await signed(desk);
        const update = { token, version: plan.version, dates: later(plan) };
        const operationId = desk.operation();
        const changed = await desk.updateTouchUps(update, operationId);
        checkSame(changed.dates, update.dates, 'the dates');
        check(changed.version > plan.version, 'the version should rise');
        checkSame(await desk.touchUpPlan(token), changed, 'what the token shows');
        checkSame(await desk.updateTouchUps(structuredClone(update), operationId), changed, 'the answer to a copy');
        const late = { token, version: plan.version, dates: plan.dates };
        await refused(() => desk.updateTouchUps(late), 'a change of an old version', 'version-conflict');
      },
    },
    {
      name: 'adds a channel only with its consent, and an address to use it',
      needs,
      run: async (desk) => {
        const { contact, token, plan } = await signed(desk);
        const { version } = plan;
        const both = { token, version, channels: ['email' as const, 'sms' as const] };
        await refused(() => desk.updateTouchUps(both), 'a channel without consent', 'validation');
        const other = { ...both, consents: [desk.touchUpConsent('email')] };
        await refused(() => desk.updateTouchUps(other), 'a channel with the consent of another', 'validation');
        const agreed = { ...both, consents: [desk.touchUpConsent('sms')] };
        const { phone: _, ...silent } = contact;
        const numberless = { ...silent, email: `no-number-${contact.email}` };
        await desk.signUp(desk.touchUps(numberless));
        const numberlessToken = await desk.touchUpToken(numberless);
        const impossible = { ...agreed, token: numberlessToken, version: 1 };
        await refused(() => desk.updateTouchUps(impossible), 'texts without a number', 'validation');
        checkSame((await desk.updateTouchUps(agreed)).channels, both.channels, 'the channels');
      },
    },
    {
      name: 'stops a plan for good, also when asked twice',
      needs,
      run: async (desk) => {
        const { token } = await signed(desk);
        await desk.stopTouchUps(token);
        await desk.stopTouchUps(token);
        const plan = await desk.touchUpPlan(token);
        check(plan.stopped, 'a stopped plan says so');
        const update = { token, version: plan.version, dates: later(plan) };
        await refused(() => desk.updateTouchUps(update), 'changing what was stopped', 'not-found');
      },
    },
    {
      name: 'reminds again who signs up after a stop',
      needs,
      run: async (desk) => {
        const { contact, token } = await signed(desk);
        await desk.stopTouchUps(token);
        await desk.signUp(desk.touchUps(contact));
        const plan = await desk.touchUpPlan(await desk.touchUpToken(contact));
        check(!plan.stopped, 'a wish after a stop counts');
        checkSame(plan.channels, ['email'], 'the channels');
      },
    },
  ],
};
