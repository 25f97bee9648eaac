import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliveredKey } from '../support/priority-key.js';
import { doTask } from './support/do-task.js';
import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';

inChromium('In Chromium, the waiting list', ({ visit }) => {
  it('shows everybody who waits with place, reasons and last look; a group is chosen with the keyboard', async () => {
    const bjorn = await visit({ name: 'Bjørn Moe' });
    const { page } = bjorn;

    await bjorn.open('/venteliste', 'Venteliste');
    await page.getByRole('row').filter({ hasText: 'Siv Dahl' }).getByText('61 dager').waitFor();
    await lookAt(page, '50-venteliste');
    await page.getByLabel('Plassgruppe').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText('3 venter.', { exact: false }).waitFor();
    expect(await page.getByLabel('Plassgruppe').inputValue()).toBe('4');
    await page.getByRole('link', { name: /^Søknad om kommunal bolig – Siv Dahl/ }).click();
    await page.getByRole('heading', { level: 1, name: /Siv Dahl/ }).waitFor();

    await bjorn.leave();
  });

  it('shows figures, and nobody by name, to those who may only count', async () => {
    const knut = await visit({ name: 'Knut Haugen' });

    await knut.open('/venteliste', 'Venteliste');
    await knut.page.getByText('vises ikke', { exact: true }).first().waitFor();
    expect(await knut.page.getByRole('main').innerText()).not.toContain('Siv');
    await lookAt(knut.page, '51-venteliste-tall');

    await knut.leave();
  });

  it('a round says who lacks an outcome, leads to the task, and shows who was passed over when it is closed', async () => {
    const bjorn = await visit({ name: 'Bjørn Moe' });
    const { page } = bjorn;

    await bjorn.open('/runder', 'Ventelisterunder');
    await lookAt(page, '52-runder');
    await page.getByRole('link', { name: 'tirsdag 24. november 2026' }).click();
    await page.getByRole('heading', { level: 1, name: 'Runden tirsdag 24. november 2026' }).waitFor();
    await page.getByText(/^3 mangler utfall/).waitFor();
    await lookAt(page, '53-runde');
    await page.getByRole('link', { name: /^Gi et utfall: .*Rune Haug/ }).click();
    await page.getByRole('radio', { name: 'Får tilbud om bolig' }).check();
    await page.getByLabel(/^Begrunnelse/).fill('Haster mest denne uka.');
    await page.getByRole('button', { name: 'Fullfør oppgaven' }).click();
    await page.getByText('Oppgaven er fullført').waitFor();
    for (const person of ['Siv Dahl', 'Tove Sand']) {
      await doTask(bjorn, {
        ...{ task: /^Vurder/, of: person, list: 'Mine' },
        answer: async () => {
          await page.getByRole('radio', { name: 'Uendret' }).check();
          await page.getByLabel(/^Begrunnelse/).fill('Ønsker ikke de boligene som er ledige nå.');
        },
      });
    }
    await bjorn.open('/runder', 'Ventelisterunder');
    await page.getByRole('link', { name: 'tirsdag 24. november 2026' }).click();
    await page.getByText('Forbigått (1)').click();
    const row = page.getByRole('row').filter({ hasText: 'Siv Dahl' });
    await row.getByText('Ønsker ikke de boligene som er ledige nå.').waitFor();
    await row.getByText('Småhus tun 3: kan passe').waitFor();
    await lookAt(page, '54-runde-forbigatt');

    await bjorn.leave();
  });

  it('the key is read as a table, and another one is tried on rounds that have been', async () => {
    const bjorn = await visit({ name: 'Bjørn Moe' });
    const { page } = bjorn;
    const file = join(tmpdir(), 'nokkel-barn-forst.dmn');
    const inGroup = (group: number) => `<outputEntry id="barn-gruppe"><text>${group}</text>`;
    await writeFile(file, deliveredKey.replace(inGroup(2), inGroup(1)));

    await bjorn.open('/prioriteringsnokkel', 'Prioriteringsnøkkelen');
    await page.getByRole('row').filter({ hasText: 'Har barn i husstanden' }).getByText('Gruppe 2').waitFor();
    await lookAt(page, '55-prioriteringsnokkel');
    await page.getByLabel('Fil med nøkkel (DMN)').setInputFiles(file);
    await page.getByRole('button', { name: 'Prøv på gamle runder' }).click();
    await page.getByText(/^Prøvd på \d+ runder fra/).waitFor();
    await page.getByLabel(/^Hvorfor bør nøkkelen endres/).fill('Barn skal ikke vente.');
    await lookAt(page, '56-nokkel-provd', page.getByRole('heading', { name: 'Prøv en annen nøkkel' }));
    await page.getByRole('button', { name: 'Send forslaget' }).click();
    await page.getByText('Forslaget er sendt.').waitFor();

    await bjorn.leave();
  });

  it('who waits reads on a phone where the key puts her and why, and what each round said', async () => {
    const siv = await visit({ name: 'Siv Dahl', screen: 'phone' });
    const { page } = siv;

    await siv.open('/min-sak', 'Min sak');
    await page.getByRole('link', { name: 'Se plassen på ventelista og grunnene' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Plassen på ventelista' }).waitFor();
    await page.getByRole('region', { name: 'Plassen nå' }).getByText('Gruppe 4').waitFor();
    await page.getByText(/^Opplysningene kan ikke rettes her akkurat nå/).waitFor();
    const rounds = page.getByRole('region', { name: 'Hva rundene har sagt' });
    await rounds.getByText('Uendret').first().waitFor();
    // What the team writes may be about others who wait.
    expect(await page.getByText('Ønsker ikke de boligene').count()).toBe(0);
    await lookAt(page, '93-plassen-telefon');
    await page.getByRole('link', { name: 'Se hele prioriteringsnøkkelen' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Prioriteringsnøkkelen' }).waitFor();

    await siv.leave();
  });

  it('the team corrects what counts for somebody who waits, and the key puts her in another group at once', async () => {
    const bjorn = await visit({ name: 'Bjørn Moe' });
    const { page } = bjorn;

    await bjorn.open('/venteliste', 'Venteliste');
    await page.getByRole('link', { name: /^Søknad om kommunal bolig – Tove Sand/ }).press('Enter');
    await page.getByRole('link', { name: 'Se plassen på ventelista og grunnene' }).press('Enter');
    await page.getByText('Teamet skrev: Ønsker ikke de boligene som er ledige nå.').waitFor();
    await page.getByRole('button', { name: 'Rett opplysningene' }).press('Enter');
    await page.getByRole('button', { name: 'Send rettelsen' }).press('Enter');
    await page.getByText('Ingenting er endret, så det er ingenting å sende.').waitFor();
    await page.getByRole('group', { name: 'Bor utrygt nå' }).getByRole('radio', { name: 'Ja' }).press('Space');
    await lookAt(page, '94-rett-plassen');
    await page.getByRole('button', { name: 'Send rettelsen' }).press('Enter');
    await page.getByText(/^Rettelsen er sendt/).waitFor();
    const now = page.getByRole('region', { name: 'Plassen nå' });
    await now.getByText('B: Bor utrygt nå').waitFor();
    await now.getByText('Gruppe 1', { exact: true }).waitFor();
    await lookAt(page, '95-plassen');

    await bjorn.leave();
  });

  it('an offer is one clear page on a phone: until when, which homes, more time and pressure', async () => {
    const siv = await visit({ name: 'Siv Dahl', screen: 'phone' });
    const { page } = siv;

    await siv.open('/min-sak', 'Min sak');
    await page
      .getByRole('link', { name: /[Ss]var/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /^Svar på tilbudet/ }).waitFor();
    for (const heading of ['Svar innen', 'Boligene', 'Trenger du mer tid?', 'Føler du deg presset?'])
      await page.getByRole('heading', { level: 2, name: heading }).waitFor();
    expect(await page.getByRole('link', { name: 'Ring 73 00 00 03' }).getAttribute('href')).toBe('tel:73000003');
    await lookAt(page, '57-tilbud-telefon');
    await siv.leave();

    const bjorn = await visit({ name: 'Bjørn Moe' });
    await bjorn.open('/tilbud', 'Åpne tilbud');
    const row = bjorn.page.getByRole('row').filter({ hasText: 'Siv Dahl' });
    await row.getByText('Venter på svar').waitFor();
    await lookAt(bjorn.page, '58-tilbud');
    await row.getByRole('button', { name: /^Gi mer tid/ }).press('Enter');
    await row.getByLabel(/^Ny frist/).fill('2027-01-15');
    await row.getByLabel(/^Begrunnelse/).fill('Du er bortreist til 10. januar.');
    await lookAt(bjorn.page, '58-tilbud-mer-tid');
    await row.getByRole('button', { name: 'Forleng fristen' }).press('Enter');
    await bjorn.page.getByText(/^Svarfristen er flyttet/).waitFor();
    await bjorn.leave();

    const again = await visit({ name: 'Siv Dahl', screen: 'phone' });
    await again.open('/min-sak', 'Min sak');
    await again.page
      .getByRole('link', { name: /[Ss]var/ })
      .first()
      .click();
    await again.page.getByText(/^Fristen er flyttet til 15\. januar 2027\. Begrunnelse: Du er bortreist/).waitFor();
    await lookAt(again.page, '57-tilbud-mer-tid-telefon');
    await again.leave();
  });
});
