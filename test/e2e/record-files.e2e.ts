import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';

inChromium('registers as files, in Chromium', ({ visit }) => {
  it('whoever leads the office tries a file of persons and reads it in; the landlord tries one of leases', async () => {
    const liv = await visit({ name: 'Liv Aune' });
    await liv.open('/personer', 'Personer');
    const persons = (name: string) => ({
      ...{ name: 'personer.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(`id;name;bornOn\n;${name};1970-05-17\n`),
    });
    const file = liv.page.getByLabel('Fil med personer');
    await liv.page.getByText('Kolonnene i fila').press('Enter');
    await liv.page.getByText('language: ett av ordene nb, nn, en').waitFor();
    const [empty] = await Promise.all([
      liv.page.waitForEvent('download'),
      liv.page.getByRole('link', { name: 'Last ned en tom fil med kolonnene (CSV)' }).press('Enter'),
    ]);
    expect(empty.suggestedFilename()).toBe('person-import.csv');
    await file.setInputFiles(persons(''));
    await liv.page.getByRole('button', { name: 'Prøv fila først' }).press('Enter');
    await liv.page.getByText('rad 2, name').waitFor();
    await file.setInputFiles(persons('Fra Fil Testperson'));
    await liv.page.getByRole('button', { name: 'Les inn fila' }).press('Enter');
    await liv.page.getByText('Fila er lest inn: 1 nye, 0 rettet, 0 uten endring.').waitFor();
    await lookAt(liv.page, '134-personer-som-fil', file);
    await liv.leave({ refused: 1 });

    const tor = await visit({ name: 'Tor Eide' });
    await tor.open('/husleie', 'Husleie');
    const leases = tor.page.getByRole('region', { name: 'Les inn leieforhold' });
    await leases.getByLabel('Fil med leieforhold').setInputFiles({
      ...{ name: 'leieforhold.csv', mimeType: 'text/csv' },
      buffer: Buffer.from('id;home;person;fromOn\n;finnes-ikke;siv;2026-11-01\n'),
    });
    await leases.getByRole('button', { name: 'Prøv fila først' }).press('Enter');
    await leases.getByText('rad 2, home').waitFor();
    await lookAt(tor.page, '135-leieforhold-som-fil', leases);
    await tor.leave({ refused: 1 });
  });
});
