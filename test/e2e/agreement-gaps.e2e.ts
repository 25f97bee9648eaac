import { doTask } from './support/do-task.js';
import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';

inChromium('holes in agreements, in Chromium', ({ visit }) => {
  it('work that the housing co-operative refuses stands on the page of the building until somebody else is agreed', async () => {
    const bjorn = await visit({ name: 'Bjørn Moe' });
    await bjorn.open('/boliger/hfb-02', 'Housing First i borettslag, bolig 02');
    await bjorn.page.getByRole('link', { name: 'Meld en feil' }).press('Enter');
    await bjorn.page.getByLabel(/Hva er det feil med/).selectOption('fellesareal');
    await bjorn.page.getByLabel(/^Hva er galt/).fill('Lyset i oppgangen virker ikke.');
    await bjorn.page.getByRole('button', { name: 'Start saken' }).press('Enter');
    await bjorn.page.getByText(/^Saken er startet/).waitFor();
    // The case is the landlord's from here on.
    await bjorn.leave({ notFound: 1 });

    const tor = await visit({ name: 'Tor Eide' });
    const { page } = tor;
    await doTask(tor, {
      ...{ task: /^Bestill hos den som har ansvaret/, of: '' },
      answer: async () => {
        await page
          .getByRole('group', { name: /^De tar jobben/ })
          .getByRole('radio', { name: 'Nei' })
          .check();
        await page.getByLabel(/^Hvorfor sier de nei/).fill('Vi hjelper bare andelseiere.');
      },
    });
    await tor.open('/bygg', 'Bygg');
    await page
      .getByRole('row')
      .filter({ hasText: 'Housing First i borettslag' })
      .getByText('Ett hull i avtalen')
      .waitFor();
    await page.getByRole('link', { name: 'Housing First i borettslag' }).press('Enter');
    await page.getByText(/^Fellesareal: Borettslaget sa nei .*«Vi hjelper bare andelseiere\.»/).waitFor();
    await lookAt(page, '123-hull-i-avtalen');
    await tor.leave();
  });
});
