import type { Page } from 'playwright-core';
import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';

/** Takes the task of this name and does it, as whoever has the page open. */
async function answer(page: Page, origin: string, name: string, variables: object): Promise<void> {
  const { items } = (await (await page.request.get('/api/v1/user-tasks?filter=all')).json()) as {
    readonly items: readonly { readonly id: string; readonly name: string }[];
  };
  const { id } = items.find((task) => task.name === name) ?? { id: '' };
  const path = `/api/v1/user-tasks/${id}`;
  const headers = (step: string) => ({ origin, 'idempotency-key': `${step}-${id}` });
  await page.request.post(`${path}/claim`, { headers: headers('ta') });
  const { etag = '' } = (await page.request.get(path)).headers();
  const done = await page.request.post(`${path}/complete`, {
    headers: { ...headers('gjor'), 'if-match': etag },
    data: { variables },
  });
  expect([done.status(), await done.text()]).toEqual([200, expect.any(String)]);
}

inChromium('appeals, in Chromium', ({ visit, address }) => {
  it('an applicant appeals, and a leader reads which decisions appeals have changed this week and why, and takes the list along', async () => {
    const siv = await visit({ name: 'Siv Dahl' });
    await siv.open('/min-sak', 'Min sak');
    const decision = siv.page.getByRole('article').filter({ hasText: 'Kommunal bolig' });
    await decision.getByRole('button', { name: 'Klag på vedtaket' }).press('Enter');
    await decision.getByLabel(/Hva vil du ha endret/).fill('Boligen er for liten for oss to.');
    await decision.getByRole('button', { name: 'Send klagen' }).press('Enter');
    await decision.getByText(/^Klagen er mottatt/).waitFor();
    await siv.leave();

    const liv = await visit({ name: 'Liv Aune' });
    const { page } = liv;

    await liv.open('/endrede-vedtak', 'Endrede vedtak');
    await page.getByText('Ingen vedtak ble endret etter klage i disse dagene.').waitFor();
    await answer(page, address(), 'Vurder om klagen kan behandles likevel', {
      ...{ tasTilBehandling: true, fristVurdering: 'Du var syk i oktober.' },
    });
    await answer(page, address(), 'Vurder vedtaket på nytt', {
      ...{ nyVurdering: 'omgjort', klageBegrunnelse: 'Dere er to.', endretFordi: 'mangelfull-utredning' },
      endretFordiMedOrd: 'Spør alltid hvem som skal bo sammen.',
    });
    await page.getByRole('heading', { level: 3, name: /^Uke \d+, 2026/ }).waitFor();
    await page
      .getByRole('row', { name: /Saken var ikke godt nok undersøkt/ })
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Klage på vedtak – Siv Dahl' }).waitFor();
    await lookAt(page, '121-endrede-vedtak');
    const file = await page.getByRole('link', { name: /^Last ned lista/ }).getAttribute('href');
    const kept = await (await page.request.get(file ?? '')).text();
    expect(kept).toContain('Spør alltid hvem som skal bo sammen.');
    expect(kept).not.toContain('Siv Dahl');

    await liv.leave();
  });
});
