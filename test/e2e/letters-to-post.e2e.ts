import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';

inChromium('letters on paper, in Chromium', ({ visit }) => {
  it('a caseworker takes the letters that wait to the post, says so from the keyboard, and the list is shorter', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    const { page } = kari;
    await kari.open('/brev-i-posten', 'Brev som skal i posten');
    const row = page.getByRole('row').filter({ hasText: 'Sigrid Vik' }).first();
    await row.getByText('Eksempelvegen 2, 7010 Trondheim').waitFor();
    await page.getByRole('button', { name: 'Lagt i posten' }).press('Enter');
    await page.getByText('Velg minst ett brev.').waitFor();
    const file = await row.getByRole('link', { name: /^Last ned PDF: «/ }).getAttribute('href');
    const printed = await page.request.get(file ?? '');
    expect(printed.headers()['content-type']).toBe('application/pdf');
    const waiting = await page.getByRole('row').count();
    await row.getByRole('checkbox').press('Space');
    await lookAt(page, '128-brev-i-posten');

    await page.getByRole('button', { name: 'Lagt i posten' }).press('Enter');

    await page.getByText(/^Ett brev er lagt i posten\. Det regnes som kommet fram /).waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(waiting);
    await kari.leave();
  });
});
