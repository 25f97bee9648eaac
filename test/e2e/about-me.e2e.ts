import { readFile } from 'node:fs/promises';
import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';

inChromium('what is registered about a person, in Chromium', ({ visit }) => {
  it('an applicant reads all that is registered about her, and takes it along as a file with a version', async () => {
    const siv = await visit({ name: 'Siv Dahl', screen: 'phone' });
    await siv.open('/min-sak', 'Min sak');
    await siv.page.getByRole('link', { name: 'Se alt vi vet om deg, og ta det med deg' }).press('Enter');
    await siv.page.getByRole('heading', { level: 1, name: 'Det vi vet om deg' }).waitFor();
    const words = siv.page.getByRole('region', { name: 'Det du har sagt' });
    await words.getByText('Gangavstand til sentrum.').waitFor();
    await lookAt(siv.page, '105-det-vi-vet-om-deg-telefon');
    await lookAt(siv.page, '106-det-du-har-sagt-telefon', siv.page.getByRole('region', { name: 'Søknader og saker' }));

    const kept = siv.page.waitForEvent('download');
    await siv.page.getByRole('link', { name: 'Last ned som JSON (til andre systemer)' }).press('Enter');
    const file = await (await kept).path();
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      ...{ format: 'boligflyt-person-record', version: 1, person: 'siv', identity: { name: 'Siv Dahl' } },
    });
    await siv.page.getByText('Si fra om feil: Hvem du er, og hvordan vi når deg').press('Enter');
    const form = siv.page.getByRole('region', { name: 'Hvem du er, og hvordan vi når deg' });
    await form.getByLabel('Hva er feil, eller hva mangler?').fill('Telefonnummeret er gammelt.');
    await form.getByLabel(/^Hva er riktig/).fill('99 00 00 01');
    await form.getByRole('button', { name: 'Send' }).press('Enter');
    await form.getByText('Vi har fått meldingen din. Du får svar innen en måned.').waitFor();
    const cases = siv.page.getByRole('region', { name: 'Søknader og saker' });
    await cases.getByRole('link', { name: 'Retting av opplysninger – Siv Dahl' }).press('Enter');
    await siv.page.getByRole('heading', { level: 1, name: 'Retting av opplysninger – Siv Dahl' }).waitFor();

    const kari = await visit({ name: 'Kari Nordli' });
    await kari.open('/innboks', 'Innboks');
    await kari.page.getByText('Ufordelte', { exact: true }).click();
    await kari.page.getByRole('link', { name: 'Vurder om opplysningen skal rettes' }).press('Enter');
    await kari.page.getByRole('button', { name: 'Ta oppgaven', exact: true }).press('Enter');
    await kari.page.getByRole('button', { name: 'Fullfør oppgaven' }).waitFor();
    await kari.page.getByText('Telefonnummeret er gammelt.').waitFor();
    await kari.page.getByText('Navn, kontakt og språk').waitFor();
    await lookAt(kari.page, '107-vurder-retting');
    await kari.leave();

    await siv.open('/hvem-har-lest', 'Hvem har lest saken min');
    await siv.page.getByRole('link', { name: 'Se alt vi vet om deg, og ta det med deg' }).waitFor();
    await siv.leave();
  });

  it('whoever acts for her finds it from the first page, reads it, and she is told', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    await kari.open('/personer/siv', 'Siv Dahl');
    await kari.page.getByRole('button', { name: 'Registrer fullmektig eller støttespiller' }).press('Enter');
    await kari.page.getByRole('radio', { name: 'Fullmektig' }).check();
    await kari.page.getByLabel(/^Navn/).fill('Rita Lunde');
    await kari.page.getByLabel(/^Brukernavn ved innlogging/).fill('rita');
    await kari.page.getByRole('button', { name: 'Registrer', exact: true }).press('Enter');
    await kari.page.getByText('Fullmektig: Rita Lunde').waitFor();
    await kari.leave();

    const rita = await visit({ name: 'Rita Lunde', screen: 'phone' });
    await rita.open('/min-sak', 'Saker der du er fullmektig');
    await rita.page.getByRole('link', { name: /^Alt som er registrert om personen i .*Siv Dahl/ }).press('Enter');
    await rita.page.getByRole('heading', { level: 1, name: 'Det vi vet om Siv Dahl' }).waitFor();
    await rita.page.getByText('Gangavstand til sentrum.').waitFor();
    expect(await rita.page.getByText(/^Si fra om feil/).count()).toBe(0);
    await lookAt(rita.page, '106-det-vi-vet-fullmektig-telefon');
    await rita.leave();

    const siv = await visit({ name: 'Siv Dahl' });
    await siv.open('/hvem-har-lest', 'Hvem har lest saken min');
    await siv.page
      .getByText(/^Rita Lunde .*det vi har registrert om deg/)
      .first()
      .waitFor();
    await siv.leave();
  });
});
