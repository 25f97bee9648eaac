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

  it('shows what became of what people asked for in a finished project; what the next evaluation teaches is in the list for the next project', async () => {
    const per = await visit({ name: 'Per Solbakken' });
    const { page } = per;
    await per.open('/prosjekter', 'Boligprosjekter');
    await page.getByRole('link', { name: 'Småhus Lade' }).first().press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Småhus Lade' }).waitFor();
    await page.getByText('Ventilasjonen bråker om natta', { exact: true }).first().waitFor();
    await page.getByText('Entreprenøren har byttet viftene.').waitFor();
    await lookAt(page, '125-prosjektet-er-evaluert');

    await per.open('/innboks', 'Innboks');
    await page.getByText('Ufordelte', { exact: true }).click();
    await page.getByRole('link', { name: 'Skriv evalueringen etter 12 måneder' }).press('Enter');
    await page.getByRole('button', { name: 'Ta oppgaven', exact: true }).press('Enter');
    await page.getByLabel(/^Hva virker\?/).waitFor();
    await page.getByText(/^Nå er det stille om natta/).waitFor();
    await page
      .getByText(/MP-B6 [^:]*: «Skap med dører, og ikke respatex på veggene\.» Svaret var: delvis fulgt/)
      .waitFor();
    await page.getByLabel(/^Hva virker\?/).fill('Det er stille om natta');
    await page.getByLabel(/^Hva ble det av det de ba om/).fill('Alt står fortsatt.');
    await page.getByLabel(/^Hva tar vi med til neste prosjekt/).fill('Større tak over døra');
    await page.getByRole('radio', { name: 'Nei' }).check();
    await page.getByRole('button', { name: /^Fullfør/ }).press('Enter');
    await page.getByText('Oppgaven er fullført').waitFor();

    await per.open('/prosjekter/nytt', 'Opprett boligprosjekt');
    await page.getByRole('link', { name: 'Les først hva vi har lært av ferdige prosjekter' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Erfaringer fra ferdige prosjekter' }).waitFor();
    await page.getByText('Større tak over døra').first().waitFor();
    await page.getByText('Sett søppelkassene nærmere').first().waitFor();
    await lookAt(page, '126-erfaringer');
    await per.leave();
  }, 180_000);

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
