import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';

inChromium('letters and documents on paper, in Chromium', ({ visit }) => {
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

  it('a caseworker enters a document that came in; a title that names somebody is refused, and a mistake gets a number of its own', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    const { page } = kari;
    await kari.open('/saker', 'Saker');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('link', { name: 'Se dokumentene, eller registrer et som har kommet inn' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Dokumenter inn' }).waitFor();
    await page.getByText('Ingen dokumenter er registrert på saken ennå.').waitFor();
    const form = page.getByRole('region', { name: 'Registrer et dokument som har kommet inn' });
    await form.getByLabel('Hvilken dag kom det inn?').fill('2026-11-20');
    await form.getByLabel('En annen person').check();
    await form.getByLabel('Navnet på avsenderen').fill('Ola Hansen');
    await form.getByLabel('Hva slags dokument er det?').selectOption({ label: 'Uttalelse fra andre' });
    await form.getByLabel('Tittel i postjournalen').fill('Uttalelse fra Ola Hansen');
    await form.getByLabel('I posten').check();
    await form.getByLabel('Hvor ligger dokumentet?').fill('Arkivskap 2, mappe 14');
    await form.getByRole('button', { name: 'Registrer dokumentet' }).press('Enter');
    await page
      .getByRole('link', { name: /^Tegn \d+–\d+ ser ut som et navn/ })
      .first()
      .waitFor();
    await lookAt(page, '137-registrer-dokument');
    await form.getByLabel('Tittel i postjournalen').fill('Uttalelse om behov for bolig');
    await form.getByRole('button', { name: 'Registrer dokumentet' }).press('Enter');
    await page.getByText(/^Dokumentet er registrert som journalpost \d+\/\d+\.$/).waitFor();

    await page.getByRole('button', { name: /^Rett journalpost/ }).press('Enter');
    const correction = page.getByRole('region', { name: /^Rett journalpost/ });
    await correction.getByLabel('Noe av det som står, er feil').check();
    await correction.getByLabel('Hvorfor rettes den?').fill('Det kom på e-post.');
    await correction.getByLabel('På e-post').check();
    await correction.getByRole('button', { name: 'Før rettingen' }).press('Enter');
    await page.getByText(/^Rettingen er ført som journalpost /).waitFor();
    await page.getByText(/^Rettet i journalpost /).waitFor();
    await lookAt(page, '138-dokumenter-inn');
    await kari.leave({ refused: 1 });
  });
});
