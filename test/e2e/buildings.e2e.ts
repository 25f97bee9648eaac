import writeXlsxFile from 'write-excel-file/node';
import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook with these rows, to be chosen on a page. */
async function spreadsheet(head: readonly string[], rows: readonly (readonly string[])[]) {
  const data = [head, ...rows].map((row) => row.map((value) => ({ value })));
  return { name: 'bygg.xlsx', mimeType: xlsx, buffer: await writeXlsxFile([{ data, sheet: 'Bygg' }]).toBuffer() };
}

const buildings = (howMany: number) =>
  Array.from({ length: howMany }, (_, at) => {
    return [`fil-${at + 1}`, `Fra fil ${at + 1}`, 'rus', 'kommune', 'bst', 'planlagt'];
  });

inChromium('In Chromium, buildings and those who live there', ({ visit }) => {
  it('a building is found, stopped with a reason and its resident reports a fault, by keyboard and on a phone', async () => {
    const tor = await visit({ name: 'Tor Eide' });
    await tor.open('/boliger/bis-02', 'Bispegata 9, bolig 02');
    await tor.page.getByText('Før inn et leieforhold').press('Enter');
    await tor.page.getByLabel(/^Hvem leier/).fill('ingen');
    await tor.page.getByLabel(/^Leier fra/).fill('2026-01-01');
    await tor.page.getByRole('button', { name: 'Lei ut boligen' }).press('Enter');
    await tor.page.getByText('Ikke alle personene er registrert.').waitFor();
    await tor.page.getByLabel(/^Hvem leier/).fill('siv');
    await tor.page
      .getByLabel(/^Leie i kroner/)
      .first()
      .fill('8000');
    await tor.page.getByRole('button', { name: 'Lei ut boligen' }).press('Enter');
    await tor.page.getByText(/^Leid ut til Siv Dahl/).waitFor();
    await lookAt(tor.page, '64-leieforhold');
    await tor.open('/husleie', 'Husleie');
    await tor.page.getByText('Ingen skylder husleie.').waitFor();
    await tor.page.getByLabel('Fil med krav og betalinger').setInputFiles({
      ...{ name: 'krav.csv', mimeType: 'text/csv' },
      buffer: Buffer.from('id;home;tenancy;kind;dueOn;amount;paid\nk-1;bis-02;ukjent;husleie;2026-01-20;mye;0\n'),
    });
    const accounts = tor.page.getByRole('region', { name: 'Les inn fra regnskapet' });
    await accounts.getByRole('button', { name: 'Les inn fila' }).click();
    await tor.page.getByText('rad 2, amount').waitFor();
    await lookAt(tor.page, '60-husleie');
    // Whom nobody knows, and the file that says «mye» kroner.
    await tor.leave({ refused: 2 });

    const bente = await visit({ name: 'Bente Rønning' });
    await bente.open('/bygg', 'Bygg');
    await lookAt(bente.page, '61-bygg');
    await bente.page.getByRole('link', { name: 'Bispegata 9' }).focus();
    await bente.page.keyboard.press('Enter');
    await bente.page.getByRole('heading', { level: 1, name: 'Bispegata 9' }).waitFor();
    await bente.page.getByText('Stans tildelingen i bygget').first().focus();
    await bente.page.keyboard.press('Enter');
    await bente.page.getByLabel('Hvorfor?').fill('Vannskade i andre etasje.');
    await bente.page.getByRole('button', { name: 'Stans tildelingen i bygget' }).focus();
    await bente.page.keyboard.press('Enter');
    await bente.page.getByText(/Ingen får tildelt bolig her siden .*: Vannskade/).waitFor();
    await lookAt(bente.page, '62-ett-bygg');
    await bente.leave();

    const siv = await visit({ name: 'Siv Dahl', screen: 'phone' });
    await siv.open('/min-bolig', 'Min bolig');
    await siv.page.getByText('Meld feil i boligen').click();
    await siv.page.getByLabel(/Hva er det feil med/).selectOption('vann');
    await siv.page.getByLabel(/Hva er galt/).fill('Krana drypper.');
    await siv.page.getByRole('button', { name: 'Send meldingen' }).click();
    await siv.page.getByRole('link', { name: /Vedlikehold/ }).waitFor();
    await lookAt(siv.page, '63-min-bolig');
    await siv.leave();
  });

  it('a file of buildings, a spreadsheet too, is tried first, refused with the row and the column that is wrong, and then read in', async () => {
    const bjorn = await visit({ name: 'Bjørn Moe' });
    const { page } = bjorn;
    const head = 'id;name;groups;owner;responsibleUnit;status';
    const choose = (status: string) =>
      page.getByLabel('Fil med bygg').setInputFiles({
        ...{ name: 'bygg.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(`${head}\nfil-1;Fra fil 1;rus;kommune;bst;${status}\n`),
      });

    await bjorn.open('/bygg', 'Bygg');
    await choose('nedbrent');
    await page.getByRole('button', { name: 'Prøv fila først' }).press('Enter');
    await page.getByText('rad 2, status').waitFor();
    await page.getByLabel('Fil med bygg').setInputFiles(await spreadsheet(head.split(';'), buildings(4000)));
    await page.getByRole('button', { name: 'Prøv fila først' }).press('Enter');
    await page.getByText('Fila kan leses inn: 4000 nye').waitFor();
    await page.getByLabel('Fil med bygg').setInputFiles(await spreadsheet(head.split(';'), buildings(1)));
    await page.getByRole('button', { name: 'Prøv fila først' }).press('Enter');
    await page.getByText('Fila kan leses inn: 1 nye, 0 rettet, 0 uten endring. Ingenting er endret ennå.').waitFor();
    await lookAt(page, '120-bygg-fra-fil', page.getByLabel('Fil med bygg'));
    expect(await page.getByRole('link', { name: 'Fra fil 1' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Les inn fila' }).press('Enter');
    await page.getByText('Fila er lest inn: 1 nye, 0 rettet, 0 uten endring.').waitFor();
    await page.getByRole('link', { name: 'Fra fil 1' }).waitFor();
    await bjorn.leave({ refused: 1 });
  });

  it('a building and a home are entered and corrected; what the register has already is refused', async () => {
    const bjorn = await visit({ name: 'Bjørn Moe' });
    const { page } = bjorn;

    await bjorn.open('/bygg', 'Bygg');
    await page.getByText('Før inn et nytt bygg').press('Enter');
    await page.getByRole('button', { name: 'Før inn bygget' }).press('Enter');
    await page.getByText('Rett dette før du går videre').waitFor();
    await page.getByLabel(/^Navn/).fill('Ladeveien 12');
    await page.getByLabel(/^Ansvarlig enhet/).fill('bst');
    await page.getByLabel(/^Kort navn/).fill('Ladeveien 12');
    await page.getByRole('button', { name: 'Før inn bygget' }).press('Enter');
    await page
      .getByText(/^Bruk bare bokstaver fra a til z/)
      .first()
      .waitFor();
    await page.getByLabel(/^Kort navn/).fill('bis');
    await lookAt(page, '65-nytt-bygg', page.getByText('Før inn et nytt bygg'));
    await page.getByRole('button', { name: 'Før inn bygget' }).press('Enter');
    await page.getByText('Dette finnes allerede i registeret.').waitFor();
    await page.getByLabel(/^Kort navn/).fill('lade-12');
    await page.getByRole('button', { name: 'Før inn bygget' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Ladeveien 12' }).waitFor();

    await page.getByText('Rett opplysningene om bygget').press('Enter');
    await page.getByLabel('Adresse (valgfritt)').fill('Ladeveien 12, 7041 Trondheim');
    await page.getByRole('button', { name: 'Lagre rettelsene' }).press('Enter');
    await page.getByText('Opplysningene er rettet.').waitFor();
    await page.getByText('Ladeveien 12, 7041 Trondheim').first().waitFor();

    await page.getByText('Før inn en bolig her').press('Enter');
    await page.getByLabel(/^Adresse eller navn på boligen/).fill('Ladeveien 12, bolig 1');
    await page.getByLabel(/^Kort navn/).fill('lade-12-1');
    await page.getByLabel(/^Boligtype/).fill('2-roms');
    await page.getByLabel(/^Areal/).fill('41,5');
    await page.getByLabel(/^Disposisjonsform/).fill('Kommunalt eid');
    await page.getByRole('button', { name: 'Før inn boligen' }).press('Enter');
    await page
      .getByText(/hele tall|helt tall/)
      .first()
      .waitFor();
    await page.getByLabel(/^Areal/).fill('41');
    await page.getByRole('button', { name: 'Før inn boligen' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Ladeveien 12, bolig 1' }).waitFor();
    await page.getByText('Rett opplysningene om boligen').press('Enter');
    await page.getByLabel(/^Leie i kroner/).fill('8200');
    await page.getByRole('button', { name: 'Lagre rettelsene' }).press('Enter');
    await page.getByText('8200 kr i måneden').waitFor();
    await page.getByLabel(/^Leie i kroner/).fill('');
    await page.getByRole('button', { name: 'Lagre rettelsene' }).press('Enter');
    await page.getByText('8200 kr i måneden').waitFor({ state: 'detached' });

    // A short name with a blank in it, and that of a building that is there already.
    await bjorn.leave({ refused: 1, conflicts: 1 });
  });

  it('a case is begun in a home and in a building, by keyboard, by whoever may', async () => {
    const tor = await visit({ name: 'Tor Eide' });
    await tor.open('/boliger/bis-02', 'Bispegata 9, bolig 02');
    await tor.page.getByRole('link', { name: 'Noe er galt i leieforholdet' }).press('Enter');
    await tor.page.getByRole('heading', { level: 1, name: 'Noe er galt i leieforholdet' }).waitFor();
    await tor.page.getByText('Det gjelder leieavtalen til Siv Dahl.').waitFor();
    await tor.page.getByRole('radio', { name: 'Husleia er ikke betalt' }).press('Space');
    await tor.page.getByRole('button', { name: 'Start saken' }).press('Enter');
    await tor.page.getByText('Rett dette før du går videre').waitFor();
    await lookAt(tor.page, '101-start-fra-boligen');
    await tor.leave();

    const bjorn = await visit({ name: 'Bjørn Moe' });
    await bjorn.open('/boliger/bis-02', 'Bispegata 9, bolig 02');
    expect(await bjorn.page.getByRole('link', { name: 'Si opp leieavtalen' }).count()).toBe(0);
    await bjorn.page.getByRole('link', { name: 'Meld en feil' }).press('Enter');
    await bjorn.page.getByLabel(/Hva er det feil med/).selectOption('varme');
    await bjorn.page.getByLabel(/^Hva er galt/).fill('Ovnen er kald.');
    await bjorn.page.getByRole('button', { name: 'Start saken' }).press('Enter');
    await bjorn.page.getByText(/^Saken er startet. Den som skal følge den opp, har fått den./).waitFor();
    // The case is the landlord's from here on.
    await bjorn.leave({ notFound: 1 });

    const bente = await visit({ name: 'Bente Rønning' });
    await bente.open('/bygg/bis', 'Bispegata 9');
    await bente.page.getByRole('link', { name: 'Kall inn til beboermøte' }).press('Enter');
    await bente.page.getByRole('button', { name: 'Start saken' }).press('Enter');
    await bente.page.getByRole('heading', { level: 1, name: /^Beboermøte/ }).waitFor();
    await bente.leave();
  });

  it('a chain of moves is put together one by one, and begun with everybody who moves', async () => {
    const bjorn = await visit({ name: 'Bjørn Moe' });
    const { page } = bjorn;
    await bjorn.open('/boliger/hfb-01', 'Housing First i borettslag, bolig 01');
    await page.getByRole('link', { name: 'Start en flyttekjede' }).press('Enter');
    await page.getByRole('heading', { name: 'Hvem skal flytte til Housing First i borettslag, bolig 01?' }).waitFor();
    await page.getByLabel('Bygg', { exact: true }).selectOption('bis');
    await page.getByLabel('Den som leier denne boligen').selectOption('Bispegata 9, bolig 02');
    await page.getByRole('button', { name: 'Legg til leieren' }).press('Enter');
    await page.getByText('Siv Dahl flytter fra Bispegata 9, bolig 02 til Housing First i borettslag').waitFor();
    expect(await page.getByRole('button', { name: 'Start saken' }).count()).toBe(0);
    await lookAt(page, '101-flyttekjede');
    const waiting = page.getByLabel('Eller noen som står på ventelista');
    await waiting.selectOption('Søknad om kommunal bolig – Siv Dahl');
    await page.getByRole('button', { name: 'Legg til fra ventelista' }).press('Enter');
    await page.getByText('Denne personen er med i kjeden fra før.').waitFor();
    await waiting.selectOption({ index: 2 });
    await page.getByRole('button', { name: 'Legg til fra ventelista' }).press('Enter');
    await page.getByText(/flytter til Bispegata 9, bolig 02$/).waitFor();
    await page.getByRole('button', { name: 'Start saken' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Flyttekjede' }).waitFor();
    await page.getByRole('link', { name: 'Bekreft hvem som flytter hvor' }).first().waitFor();
    await bjorn.leave();
  });
});
