import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';

inChromium('people, decisions and messages, in Chromium', ({ visit }) => {
  it('an applicant reads word by word what was written down with her; whoever else opens it is told that she sees it', async () => {
    const siv = await visit({ name: 'Siv Dahl', screen: 'phone' });
    await siv.open('/min-sak', 'Min sak');
    const own = siv.page.getByRole('region', { name: 'Det vi har skrevet ned sammen med deg' });
    await own.getByRole('button', { name: 'Vis det vi har skrevet' }).press('Enter');
    await own.getByText('Hva er viktig for søkeren?').waitFor();
    await own.getByText('Gangavstand til sentrum.').waitFor();
    await own.getByRole('heading', { level: 3, name: /^Bestilling av bolig/ }).waitFor();
    await lookAt(siv.page, '97-skrevet-sammen-telefon', own);

    const kari = await visit({ name: 'Kari Nordli' });
    await kari.open('/personer/siv', 'Siv Dahl');
    await kari.page
      .getByRole('link', { name: /^Søknad om kommunal bolig/ })
      .first()
      .press('Enter');
    const theirs = kari.page.getByRole('region', { name: 'Kartlegging og bestilling' });
    await theirs.getByText(/Åpner du det, ser personen at du har lest det/).waitFor();
    expect(await kari.page.getByText('Gangavstand til sentrum.').count()).toBe(0);
    await theirs.getByRole('button', { name: 'Åpne kartlegging og bestilling' }).press('Enter');
    await theirs.getByText('Gangavstand til sentrum.').waitFor();
    await lookAt(kari.page, '98-kartlegging-i-saken', theirs);
    await kari.leave();

    await siv.open('/hvem-har-lest', 'Hvem har lest saken min');
    await siv.page
      .getByText(/Kari Nordli.*kartleggingen og bestillingen i saken din/)
      .first()
      .waitFor();
    await siv.leave();
  });

  it('an applicant reads why the decision is as it is, and appeals on a phone', async () => {
    const siv = await visit({ name: 'Siv Dahl', screen: 'phone' });
    const { page } = siv;

    await siv.open('/min-sak', 'Min sak');
    const decision = page.getByRole('article').filter({ hasText: 'Kommunal bolig' });
    await decision.getByText('Derfor ble det slik').waitFor();
    await decision.getByText(/^Klagefristen gikk ut 20\. oktober 2026\. Du kan fortsatt klage/).waitFor();
    await decision.getByRole('button', { name: 'Klag på vedtaket' }).press('Enter');
    await decision.getByRole('button', { name: 'Send klagen' }).click();
    await page.getByText('Rett dette før du går videre').waitFor();
    await decision.getByLabel(/Hva vil du ha endret/).fill('Boligen er for liten for oss to. Jeg var syk i oktober.');
    await lookAt(page, '70-klage-telefon', decision);
    await decision.getByRole('button', { name: 'Send klagen' }).press('Enter');
    await decision.getByText(/^Klagen er mottatt/).waitFor();
    await decision.getByRole('link', { name: /^Klage fra/ }).waitFor();

    await siv.leave();
  });

  it('a caseworker finds a person by name, and sees the decision, its law and the appeal', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    const { page } = kari;

    await kari.open('/personer', 'Personer');
    await page.getByLabel('Navn, eller en del av det').fill('ingen heter dette');
    await page.keyboard.press('Enter');
    await page.getByText('Ingen har dette i navnet.').waitFor();
    await page.getByLabel('Navn, eller en del av det').fill('siv');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Siv Dahl' }).waitFor();
    await lookAt(page, '71-personer');
    await page.getByRole('link', { name: 'Siv Dahl' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Siv Dahl' }).waitFor();
    await page.getByText('Støttespiller: Ingrid Dahl').waitFor();
    await page.getByRole('link', { name: 'Jonas Dahl' }).waitFor();
    await lookAt(page, '72-person');

    await page.getByRole('link', { name: /^Klage fra/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Klage på vedtak – Siv Dahl' }).waitFor();
    await page.getByRole('link', { name: 'Siv Dahl', exact: true }).waitFor();

    await kari.leave();
  });

  it('a caseworker changes what is kept of a person, and registers who helps', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    const { page } = kari;

    await kari.open('/personer/odd', 'Odd Lund');
    await page.getByRole('button', { name: 'Endre opplysningene' }).press('Enter');
    await page.getByLabel('Telefon').fill('99 99 90 13');
    await page.getByRole('button', { name: 'Lagre' }).press('Enter');
    await page.getByText('Opplysningene er endret.').waitFor();
    await page.getByText('99 99 90 13').waitFor();
    await page.getByRole('button', { name: 'Registrer fullmektig eller støttespiller' }).click();
    await page.getByRole('radio', { name: 'Støttespiller' }).check();
    await page.getByLabel(/^Navn/).fill('Unni Lund');
    await lookAt(page, '73-stottespiller');
    await page.getByRole('button', { name: 'Registrer', exact: true }).click();
    await page.getByText('Støttespiller: Unni Lund').waitFor();

    await kari.leave();
  });

  it('a caseworker says who stands in while she is away, how she wants to be told, and sees what was sent', async () => {
    const kari = await visit({ name: 'Kari Nordli', screen: 'phone' });
    const { page } = kari;

    await kari.open('/fravaer', 'Fravær og varsling');
    await page.getByText('Du har ikke meldt noe fravær.').waitFor();
    await page.getByRole('button', { name: 'Meld fravær' }).press('Enter');
    await page.getByLabel(/^Første dag/).fill('2026-12-21');
    await page.getByLabel(/^Siste dag/).fill('2026-12-20');
    await page.getByRole('radio', { name: 'Liv Aune' }).check();
    await page.getByRole('button', { name: 'Meld fraværet' }).click();
    // One list of what is wrong, and focus is there.
    await page.locator(':focus', { hasText: 'Rett dette før du går videre' }).waitFor();
    expect(await page.getByText('Noe i skjemaet må rettes').count()).toBe(0);
    await page.getByLabel(/^Siste dag/).fill('2027-01-03');
    await page.getByRole('button', { name: 'Meld fraværet' }).press('Enter');
    await page.getByText(/^Fraværet er meldt\. Liv Aune får også varslene dine/).waitFor();
    await page.getByText('Vikar: Liv Aune').waitFor();
    await page.getByRole('checkbox', { name: /^Samle det som kan vente/ }).check();
    await page.getByRole('button', { name: 'Lagre' }).press('Enter');
    await page.getByText('Valget ditt er lagret.').waitFor();
    await lookAt(page, '74-fravaer-telefon');
    await page.getByRole('button', { name: /^Avslutt nå: fraværet fra 21/ }).press('Enter');
    await page.getByText(/^Fraværet er avsluttet/).waitFor();

    await page.getByRole('main').getByRole('link', { name: 'Varsler til deg' }).click();
    await page.getByRole('heading', { level: 1, name: 'Varsler til deg' }).waitFor();
    await page.getByText('Sendt', { exact: true }).first().waitFor();
    await lookAt(page, '75-varsler-telefon');

    // The absence that ended before it began.
    await kari.leave({ refused: 1 });
  });

  it('an application that came to NAV is sent on to where it belongs, from the keyboard', async () => {
    const nina = await visit({ name: 'Nina Solli' });
    const { page } = nina;
    await page.getByRole('button', { name: 'Tildeling' }).press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('link', { name: 'Søknader' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Tildeling' }).press('Enter');
    await page.getByRole('link', { name: 'Søknader' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Søknader' }).waitFor();
    await page.getByLabel('Navn, eller en del av det').fill('odd');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Velg Odd Lund' }).press('Enter');
    await page.getByRole('radio', { name: 'Boligtildeling, til Helse- og velferdskontoret' }).check();
    await page.getByLabel(/^Når kom søknaden hit/).fill('2027-01-04');
    await page.getByRole('button', { name: 'Send søknaden videre' }).press('Enter');
    await page.getByText('Datoen har ikke vært ennå.').first().waitFor();
    await lookAt(page, '76-soknad-videre');
    await page.getByLabel(/^Når kom søknaden hit/).fill('2026-11-18');
    await page.getByRole('button', { name: 'Send søknaden videre' }).press('Enter');
    await page.getByText(/^Søknaden er sendt til Helse- og velferdskontoret/).waitFor();
    await page.getByRole('rowheader', { name: 'Søknad om kommunal bolig – Odd Lund' }).first().waitFor();

    // The day that has not been yet.
    await nina.leave({ refused: 1 });
  });

  it('who is refused a case is told what follows of nødtilgang, gives a reason, and reads it', async () => {
    const siv = await visit({ name: 'Siv Dahl' });
    const caseId = await siv.page.evaluate<string>(
      `fetch('/api/v1/process-instances').then((answer) => answer.json())
        .then(({ items }) => items.find(({ process }) => process === 'boligtildeling').id)`,
    );
    await siv.leave();
    const rita = await visit({ name: 'Rita Lunde', screen: 'phone' });
    const { page } = rita;

    await rita.open(`/saker/${caseId}`, 'Vi fant ikke siden');
    await page.getByRole('link', { name: 'Be om nødtilgang' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Be om nødtilgang' }).waitFor();
    await page.getByText(/^Personen får et brev med en gang/).waitFor();
    await page.getByRole('radio', { name: 'Det er fare for liv eller helse' }).check();
    await page.getByLabel(/^Hva har skjedd/).fill('Det haster.');
    await page.getByRole('button', { name: 'Åpne saken i åtte timer' }).press('Enter');
    await page.getByText('Skriv minst 20 tegn om hva som har skjedd.').first().waitFor();
    await lookAt(page, '77-nodtilgang-telefon');
    await page.getByLabel(/^Hva har skjedd/).fill('Hun svarer ikke, og naboen hørte rop om hjelp.');
    await page.getByRole('button', { name: 'Åpne saken i åtte timer' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Søknad om kommunal bolig – Siv Dahl' }).waitFor();

    // The case that was not hers, and the explanation that was too short.
    await rita.leave({ refused: 1, notFound: 1 });
  });

  it('the ombudsman looks up who read what about whom, and sees at once where nødtilgang was used', async () => {
    const pia = await visit({ name: 'Pia Voll' });
    const { page } = pia;

    await page.getByRole('link', { name: 'Hvem har lest' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Hvem har lest' }).waitFor();
    await page.getByLabel(/^Om hvem/).fill('siv');
    await page.getByRole('checkbox', { name: 'Bare nødtilgang' }).press('Space');
    await page.getByRole('button', { name: 'Vis', exact: true }).press('Enter');
    const row = page.getByRole('row').filter({ hasText: 'Rita Lunde' }).first();
    await row.getByText('Nødtilgang', { exact: true }).waitFor();
    await row.getByText('Leder av botiltak brukte nødtilgang, og ga en grunn for det.').waitFor();
    await page.getByRole('checkbox', { name: 'Bare nødtilgang' }).uncheck();
    await page.getByRole('button', { name: 'Vis', exact: true }).press('Enter');
    // That she looked is a read, too.
    await page.getByRole('row').filter({ hasText: 'Pia Voll' }).first().waitFor();
    await lookAt(page, '78-hvem-har-lest');
    await page.setViewportSize({ width: 375, height: 800 });
    await lookAt(page, '79-hvem-har-lest-telefon');
    await page.getByLabel('Til og med').fill('2020-01-01');
    await page.getByRole('button', { name: 'Vis', exact: true }).press('Enter');
    await page.getByText('Siste dag kan ikke være før første dag.').waitFor();

    await pia.leave();
  });

  it('a caseworker registers an application that came on paper, from the keyboard', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    const { page } = kari;
    await kari.open('/personer/geir', 'Geir Myhre');
    await page.getByRole('link', { name: 'Søknad om kommunal bolig', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Søknad om kommunal bolig' }).waitFor();
    await page.getByRole('button', { name: 'Start saken' }).press('Enter');
    await page.getByText('Rett dette før du går videre').waitFor();
    await page.getByLabel(/^Når fikk vi beskjeden/).fill('2026-11-20');
    await page.getByLabel(/^Hvordan bor personen nå/).fill('I en bolig som er for trang.');
    await page.getByLabel(/^Hva trenger personen/).fill('Et sted til for sønnen.');
    await lookAt(page, '92-start-en-sak');
    await page.getByRole('button', { name: 'Start saken' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Søknad om kommunal bolig – Geir Myhre' }).waitFor();
    await kari.leave();
  });

  it('an applicant finds how to ask for another home, and asks', async () => {
    const siv = await visit({ name: 'Siv Dahl', screen: 'phone' });
    const { page } = siv;
    await siv.open('/min-sak', 'Min sak');
    await page.getByRole('link', { name: 'Bytte bolig' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Bytte bolig' }).waitFor();
    await page.getByLabel(/^Hva ønsker du/).fill('Nærmere datteren min.');
    await lookAt(page, '93-bytte-bolig-telefon');
    await page.getByRole('button', { name: 'Send', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Min sak' }).waitFor();
    await siv.leave();
  });

  it('a caseworker withdraws an application that she was rung about, after reading what it means', async () => {
    const kari = await visit({ name: 'Kari Nordli', screen: 'phone' });
    const { page } = kari;
    await kari.open('/personer/tove', 'Tove Sand');
    await page
      .getByRole('link', { name: /^Søknad om kommunal bolig/ })
      .first()
      .press('Enter');
    await page.getByRole('link', { name: 'Se reisen slik søkeren ser den' }).press('Enter');
    const section = page.getByRole('region', { name: 'Trenger du ikke bolig lenger?' });
    await section.getByRole('button', { name: 'Trekk søknaden' }).press('Enter');
    await lookAt(page, '91-trekk-soknaden-telefon', section);
    // Pressed twice by mistake: nothing is withdrawn.
    await page.keyboard.press('Enter');
    await section.getByRole('button', { name: 'Trekk søknaden' }).press('Enter');
    await section.getByRole('button', { name: 'Ja, trekk søknaden' }).press('Enter');
    await page.getByText('Søknaden er trukket. Søkeren får et brev om det.').waitFor();
    await page.getByText('Du har trukket søknaden din').first().waitFor();
    await kari.leave();
  });

  it('an applicant writes a housing plan, shares it with a unit, and takes it back', async () => {
    const siv = await visit({ name: 'Siv Dahl', screen: 'phone' });
    await siv.open('/min-boligplan', 'Boligplanen min');
    await siv.page.getByText('Bare du kan se planen.').waitFor();
    await siv.page.getByLabel('Hva drømmer du om?').fill('Et hus med en liten hage.');
    await siv.page.getByLabel('Hvem gjør hva?').fill('Kari spør om visning før jul.\nJeg sparer litt hver måned.');
    await siv.page.getByRole('button', { name: 'Lagre planen' }).press('Enter');
    await siv.page.getByText(/^Sist skrevet/).waitFor();
    await siv.page.getByLabel('Hvem vil du dele med?').selectOption('hvk');
    await siv.page.getByRole('button', { name: 'Del planen' }).press('Enter');
    await siv.page.getByRole('button', { name: 'Slutt å dele med helse- og velferdskontoret' }).waitFor();
    await lookAt(siv.page, '88-min-boligplan-telefon');

    const kari = await visit({ name: 'Kari Nordli' });
    await kari.open('/boligplaner', 'Boligplaner som er delt med deg');
    await lookAt(kari.page, '89-boligplaner');
    await kari.page.getByRole('link', { name: 'Siv Dahl' }).press('Enter');
    await kari.page.getByRole('heading', { level: 1, name: 'Boligplanen til Siv Dahl' }).waitFor();
    await kari.page.getByText('Et hus med en liten hage.').waitFor();
    await lookAt(kari.page, '90-boligplan');

    await siv.page.getByRole('button', { name: 'Slutt å dele med helse- og velferdskontoret' }).press('Enter');
    await siv.page.getByText('Bare du kan se planen.').waitFor();
    await kari.open('/boligplaner', 'Boligplaner som er delt med deg');
    await kari.page.getByText('Ingen har delt en boligplan med deg.').waitFor();
    await siv.leave();
    await kari.leave();
  });
});
