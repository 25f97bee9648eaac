import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';

inChromium('impartiality, in Chromium', ({ visit }) => {
  it('a caseworker says that she is not impartial, and takes it back, from the keyboard', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    const { page } = kari;
    await kari.open('/innboks', 'Innboks');
    await page.getByText('Ufordelte', { exact: true }).click();
    await page
      .getByRole('row')
      .filter({ hasText: 'Sigrid Vik' })
      .getByRole('link', { name: /^Kartlegg behov med søker/ })
      .press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Kartlegg behov med søker' }).waitFor();
    await page.getByRole('button', { name: 'Ta oppgaven', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Jeg er inhabil' }).press('Enter');
    await page.getByLabel(/^Hvorfor\?/).fill('Hun er tanta mi.');
    await lookAt(page, '122-inhabil');
    await page.getByRole('button', { name: 'Si fra og gi oppgaven tilbake' }).press('Enter');
    await page.getByText('Du har sagt fra, og oppgaven er gitt tilbake.').waitFor();
    await page.getByText('Du har sagt at du er inhabil i saker om denne personen.').first().waitFor();

    await page.getByRole('button', { name: 'Jeg er ikke inhabil likevel' }).press('Enter');
    await page.getByLabel(/^Hvorfor\?/).fill('Det var en annen med samme navn.');
    await page.getByRole('button', { name: 'Si fra', exact: true }).press('Enter');
    await page.getByText('Det står ikke lenger at du er inhabil.').waitFor();
    await page.getByRole('button', { name: 'Ta oppgaven', exact: true }).waitFor();

    await kari.leave();
  });

  it('somebody at NAV finds the stay at Herberget that she follows', async () => {
    const nina = await visit({ name: 'Nina Solli' });
    const { page } = nina;
    await nina.open('/innboks', 'Innboks');
    await page.getByText('Ufordelte', { exact: true }).click();
    await page
      .getByRole('row')
      .filter({ hasText: 'Et sted å sove nå – Odd Lund' })
      .getByRole('link', { name: /^Følg oppholdet/ })
      .waitFor();
    await nina.leave();
  });
});
