import type { Page } from 'playwright-core';
import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';

/** Begins by itself at noon of the demo's first day, and stops where none of two ways fits. */
const crossroads = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="dokument" targetNamespace="https://boligflyt.no">
  <process id="veivalg" name="Veivalg" isExecutable="true" boligflyt:family="shared" boligflyt:readers="bst">
    <startEvent id="start" name="Hver uke"><timerEventDefinition>
      <timeCycle xsi:type="tFormalExpression">R/2026-11-25T12:00/P7D</timeCycle></timerEventDefinition></startEvent>
    <exclusiveGateway id="hvilken-vei" name="Hvilken vei?" />
    <endEvent id="hit" name="Hit" /><endEvent id="dit" name="Dit" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="hvilken-vei" />
    <sequenceFlow id="f2" name="hit" sourceRef="hvilken-vei" targetRef="hit">
      <conditionExpression xsi:type="tFormalExpression">=vei = "hit"</conditionExpression></sequenceFlow>
    <sequenceFlow id="f3" name="dit" sourceRef="hvilken-vei" targetRef="dit">
      <conditionExpression xsi:type="tFormalExpression">=vei = "dit"</conditionExpression></sequenceFlow>
  </process>
</definitions>`;

async function deploy(page: Page, url: string): Promise<void> {
  const answer = await page.request.post('/api/v1/definitions', {
    headers: { 'idempotency-key': 'veivalg', origin: url },
    data: { files: [{ name: 'veivalg.bpmn', content: crossroads }] },
  });
  expect(answer.status()).toBe(201);
}

inChromium('rules, figures and operation, in Chromium', ({ visit, address }) => {
  it('anybody finds a deadline by its name, and reads where it comes from and what the municipality has chosen', async () => {
    const siv = await visit({ name: 'Siv Dahl' });
    const { page } = siv;

    await siv.open('/regler', 'Regler');
    await page.getByLabel('Søk i fristene').fill('klagefrist på vedtak');
    const row = page.getByRole('row').filter({ hasText: 'D04 Klagefrist på vedtak' });
    await row.getByText('3 uker').waitFor();
    await row.getByText('Rett for parten').waitFor();
    await row.getByText(/§ 29/).first().waitFor();
    await page.getByText('Statsforvalteren').first().waitFor();
    await page.getByRole('heading', { level: 3, name: 'Hvor ofte noen må se på en sak' }).waitFor();
    await lookAt(page, '40-regler');

    await siv.leave();
  });

  it('a caseworker proposes another local choice, and the staff of the municipal director takes it in use', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    await kari.open('/regler', 'Regler');
    const contact = kari.page.getByRole('article', { name: 'Hvor ofte skal den som venter på bolig, høre fra oss?' });
    await contact.getByText('Nå: 80 dager').waitFor();
    await contact.getByRole('button', { name: 'Foreslå noe annet' }).press('Enter');
    await contact.getByLabel('Hvor mange dager?').fill('90');
    await contact.getByLabel('Hvorfor?').fill('Ventetida er lang.');
    await contact.getByRole('button', { name: 'Send forslaget' }).press('Enter');
    await contact.getByLabel('Hvor mange dager?').fill('60');
    await contact.getByRole('button', { name: 'Send forslaget' }).press('Enter');
    await contact.getByText('Forslaget er sendt').waitFor();
    await contact.getByText('Foreslått: 60 dager').waitFor();
    await lookAt(kari.page, '96-lokale-valg', contact);
    await kari.leave();

    const knut = await visit({ name: 'Knut Haugen' });
    await knut.open('/regler', 'Regler');
    await knut.page.getByRole('article').getByRole('link', { name: 'Gå til saken' }).first().press('Enter');
    await knut.page.getByRole('heading', { level: 1, name: /^Lokalt valg: Hvor ofte/ }).waitFor();
    await knut.leave();
  });

  it('a leader sees figures, which deadlines were broken, and who wants to move', async () => {
    const liv = await visit({ name: 'Liv Aune' });
    const { page } = liv;

    await liv.open('/tall', 'Tall');
    await page.getByRole('heading', { level: 2, name: 'Til KOSTRA' }).waitFor();
    await lookAt(page, '43-tall');
    await page.getByRole('link', { name: /^Se hvem som vil bytte bolig/ }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Hvem som vil bytte bolig' }).waitFor();
    await lookAt(page, '44-bytte');

    await liv.open('/frister-brutt', 'Frister brutt');
    await page.getByRole('row').nth(1).waitFor();
    await page.getByLabel('Fra og med').fill('2027-01-01');
    await page.getByRole('button', { name: 'Vis' }).press('Enter');
    await page.getByText('Siste dag kan ikke være før første dag.').waitFor();
    await page.getByLabel('Fra og med').fill('2026-01-01');
    await page.getByRole('button', { name: 'Vis' }).press('Enter');
    await page.getByRole('row').nth(1).waitFor();
    await lookAt(page, '45-frister-brutt');

    await liv.leave();
  });

  it('an operator takes what has stopped, and lets many cases wait and go on', async () => {
    const ada = await visit({ name: 'Ada Strand' });
    const { page } = ada;

    await ada.open('/stanset', 'Stanset');
    await page.getByText('Ingen saker har stanset.').waitFor();
    await deploy(page, address());
    await page.getByRole('button', { name: 'Spol fram: en dag' }).click();
    await page.getByText(/^Datoen er nå/).waitFor();
    await page.getByRole('button', { name: /^Ta ansvar for stansen: Veivalg/ }).press('Enter');
    await page.getByText(/^Ada Strand \(/).waitFor();
    await lookAt(page, '46-stanset');
    await page.getByRole('button', { name: /^Prøv på nytt: Veivalg/ }).press('Enter');
    await page.getByText(/^Saken har prøvd på nytt/).waitFor();

    await ada.open('/kjoringer', 'Kjøringer');
    await page.getByText('Ingen kjøringer ennå.').waitFor();
    await page.getByRole('button', { name: 'Start en kjøring' }).press('Enter');
    await page.getByRole('radio', { name: 'Sett på vent' }).check();
    await page.getByLabel(/^Med sakene i hvilken saksgang/).selectOption('boligutvikling');
    await page.getByLabel(/^Begrunnelse|^Hvorfor/).fill('Alle skal se på dem på nytt');
    await lookAt(page, '47-start-kjoring');
    await page.getByRole('button', { name: 'Start kjøringen' }).press('Enter');
    await page.getByText(/^Kjøringen er startet/).waitFor();
    await page.getByText('Ferdig', { exact: true }).waitFor();
    // The finished project cannot be put on hold.
    await page.getByText(/^4 av 5 gjort, 1 feilet/).waitFor();
    await lookAt(page, '48-kjoringer');

    await ada.open('/unntak', 'Unntak');
    await page.getByRole('row', { name: /^Satte en sak på vent 4$/ }).waitFor();
    await lookAt(page, '117-unntak');

    await ada.open('/ikke-levert', 'Ikke levert');
    await page.getByText('Alle meldinger er kommet fram.').waitFor();
    await lookAt(page, '49-ikke-levert');

    await ada.leave();
  });

  it('whoever archives reads what went in and out by number, names nobody, and takes it along', async () => {
    const knut = await visit({ name: 'Knut Haugen' });
    const { page } = knut;

    await knut.open('/postjournal', 'Postjournal');
    await page.getByRole('cell', { name: 'Ut, digitalt' }).first().waitFor();
    await lookAt(page, '112-postjournal');
    const file = await page.getByRole('link', { name: /^Last ned postjournalen/ }).getAttribute('href');
    const kept = await page.request.get(file ?? '');
    expect(kept.headers()['content-type']).toContain('text/csv');
    expect(await kept.text()).not.toContain('Siv Dahl');

    await knut.leave();
  });
});
