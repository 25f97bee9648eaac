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
});
