import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';

inChromium('In Chromium, homes', ({ visit }) => {
  it('a home is found among the free ones of a building and kept', async () => {
    const bjorn = await visit({ name: 'Bjørn Moe' });
    await bjorn.open('/boliger', 'Boliger');
    await bjorn.page.getByText('Ledige', { exact: true }).click();
    await bjorn.page.getByLabel('Bygg').selectOption('bis');
    await bjorn.page.getByRole('link', { name: 'Bispegata 9, bolig 01' }).waitFor();
    await lookAt(bjorn.page, '18-boliger');
    await bjorn.page.getByRole('link', { name: 'Bispegata 9, bolig 01' }).click();
    await bjorn.page.getByRole('button', { name: 'Hold av boligen' }).click();
    await bjorn.page.getByText(/Holdt av siden/).waitFor();
    await lookAt(bjorn.page, '19-bolig');
    await bjorn.leave();
  });

  it('somebody who is not logged in finds out on a phone, by keyboard, whom to call tonight', async () => {
    const stranger = await visit({ screen: 'phone' });
    const { page } = stranger;
    const title = 'Trenger du et sted å sove i natt, eller er du redd?';

    await stranger.open('/innboks', 'Logg inn i Boligflyt');
    await page.getByRole('main').getByRole('link', { name: title }).press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const callable = await page.getByRole('main').locator('a[href^="tel:"]').all();
    const numbers = await Promise.all(callable.map((link) => link.getAttribute('href')));
    expect(numbers.toSorted()).toEqual(['tel:02800', 'tel:112', 'tel:113', 'tel:116006', 'tel:116117', 'tel:55553333']);
    await page.getByRole('link', { name: 'Ring Vold- og overgrepslinjen: 116 006' }).waitFor();
    await lookAt(page, '99-hjelp-i-natt-telefon');

    await stranger.leave();
  });

  it('an applicant who ticks that there is no place tonight is told at once whom to call', async () => {
    const siv = await visit({ name: 'Siv Dahl', screen: 'phone' });
    const { page } = siv;

    await siv.open('/min-sak', 'Min sak');
    await page.getByRole('main').getByRole('link', { name: 'Trenger du et sted å sove i natt' }).waitFor();
    await siv.open('/min-sak/soknad', 'Søk om kommunal bolig');
    const numbers = page.getByRole('status').locator('a[href^="tel:"]');
    expect(await numbers.count()).toBe(0);
    await page.getByLabel('Jeg mangler et sted å sove i natt').press('Space');
    await page.getByText('Ring med en gang, du trenger ikke å sende søknaden først.').waitFor();
    expect(await numbers.count()).toBeGreaterThan(0);
    await lookAt(page, '100-mangler-sted-telefon');
    await page.getByLabel('Jeg mangler et sted å sove i natt').press('Space');
    await numbers.first().waitFor({ state: 'detached' });

    await siv.leave();
  });
});
