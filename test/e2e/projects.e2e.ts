import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';

const project = 'Nye småhus øst';

inChromium('In Chromium, a housing project and who is heard in it', ({ visit }) => {
  let address: string;

  it('shows one project from the board: the gate ahead, sites side by side, the case number, and how the forecast was made', async () => {
    const per = await visit({ name: 'Per Solbakken' });
    const { page } = per;
    await per.open('/prosjekter', 'Boligprosjekter');
    const link = page.getByRole('link', { name: project }).first();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: project }).waitFor();
    address = new URL(page.url()).pathname;

    await page.getByText('PS 61/26').waitFor();
    await page.getByRole('row', { name: /Ranheim.*1\. plass.*1\. plass/ }).waitFor();
    await page.getByText('Slik er datoen regnet ut').click();
    await page.getByRole('row', { name: /Byggeprosess.*fristene i diagrammet/ }).waitFor();
    await lookAt(page, '80-prosjekt');
    await per.leave();
  }, 120_000);

  it('lets anybody read the hearing on a phone and speak; what names a resident waits until the staff has redacted it', async () => {
    const stranger = await visit({ screen: 'phone' });
    await stranger.open(address.replace('/prosjekter/', '/horing/'), `Høring: ${project}`);
    await lookAt(stranger.page, '81-horing-apen');
    await stranger.page.getByRole('radio', { name: 'Nabo' }).check();
    await stranger.page.getByLabel(/^Hva mener du\?/).fill('Spør Siv Dahl om bussen.');
    await stranger.page.getByRole('button', { name: 'Send uttalelsen' }).click();
    await stranger.page.getByText(/Derfor leser vi den før den blir publisert/).waitFor();
    await stranger.leave();

    const knut = await visit({ name: 'Knut Haugen' });
    const { page } = knut;
    await knut.open(`${address}/horing`, `Høring: ${project}`);
    await page.getByLabel(/^Teksten som publiseres/).waitFor();
    await lookAt(page, '82-horing-behandles');
    await page.getByLabel(/^Teksten som publiseres/).fill('Spør en nabo om bussen.');
    await page.getByRole('button', { name: 'Publiser den sladdede teksten' }).click();
    await page.getByText('Ingen uttalelser venter.').waitFor();
    await page.getByText('Spør en nabo om bussen.').waitFor();
    await knut.leave();
  }, 180_000);

  it('says who was heard and what came of it, and what homes are needed', async () => {
    const knut = await visit({ name: 'Knut Haugen', screen: 'phone' });
    await knut.open('/medvirkning', 'Hvem ble hørt?');
    await knut.page.getByText('«Ranheim, nær fjorden.»').waitFor();
    await lookAt(knut.page, '83-hvem-ble-hort');
    await knut.open('/behov', 'Behov for boliger');
    await lookAt(knut.page, '84-behov');
    await knut.leave();
  }, 120_000);

  it('lets the director’s staff stop a project with a reason, by keyboard alone; everybody who opens it reads why', async () => {
    const knut = await visit({ name: 'Knut Haugen' });
    const { page } = knut;
    await knut.open(address, project);
    await page.getByText('Hver bolig har egen inngang.').waitFor();
    await page.getByRole('button', { name: 'Jeg vil stanse prosjektet' }).press('Enter');
    await page.getByRole('button', { name: 'Stans prosjektet' }).press('Enter');
    await page
      .getByText(/Hvorfor stanser prosjektet\?/)
      .first()
      .waitFor();
    await page.getByLabel(/^Hvorfor stanser prosjektet/).fill('Tomta er solgt til andre, og ingen annen er funnet.');
    await lookAt(page, '118-stans-prosjektet');
    await page.getByRole('button', { name: 'Stans prosjektet' }).press('Enter');
    await page.getByText(/^Kommunen har stanset prosjektet\. Grunnen: Tomta er solgt/).waitFor();
    await lookAt(page, '119-prosjektet-er-stanset');
    await knut.leave();
  }, 120_000);
});
