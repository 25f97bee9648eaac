import { doTask } from './support/do-task.js';
import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';
import { windUntil } from './support/wind-until.js';

const project = 'Nye småhus øst';
// The clock is wound a day at a time, six weeks in all.
const longPath = 240_000;

inChromium('In Chromium, from the first step to the last', ({ visit }) => {
  it('a vedtak is made, its letter stands in the case, and is a tagged PDF in the language of the applicant', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    const { page } = kari;

    await doTask(kari, {
      task: /^Fatt vedtak/,
      of: 'Odd Lund',
      answer: async () => {
        await page.getByRole('radio', { name: /^Kommunal bolig/ }).check();
        await page.getByRole('radio', { name: 'Innvilget', exact: true }).check();
        await page.getByLabel(/^Begrunnelse/).fill('Du bor på Herberget og har ikke et varig sted å bo.');
        await lookAt(page, '30-vedtak-skjema');
      },
    });
    await page.getByRole('link', { name: 'Se saken' }).click();
    const letter = page.locator('details, .ds-details').filter({ hasText: 'Du bor på Herberget' }).first();
    await letter.locator('summary').click();
    const link = letter.getByRole('link', { name: /PDF/ });
    await lookAt(page, '31-vedtak-brev', letter);
    const pdf = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    const content = (await pdf.body()).toString('latin1');
    expect(content).toMatch(/^%PDF-1\.7/);
    expect(content).toContain('/Lang (nb-NO)');
    expect(content).toContain('/StructTreeRoot');

    await kari.leave();
  });

  it('the applicant unfolds a letter by keyboard on a phone: it is told that it was opened, and the decision says how it came', async () => {
    const siv = await visit({ name: 'Siv Dahl', screen: 'phone' });
    const { page } = siv;

    await siv.open('/min-sak', 'Min sak');
    const letter = page
      .locator('details, .ds-details')
      .filter({ hasText: /som PDF/ })
      .last();
    const told = page.waitForResponse((answer) => answer.url().endsWith('/openings'));
    await letter.locator('summary').press('Enter');

    expect((await told).status()).toBe(200);
    await letter.getByRole('link', { name: /PDF/ }).waitFor();
    await lookAt(page, '111-hvordan-vedtaket-kom', page.getByText(/Ført av kommunen/).first());
    await siv.leave();
  });

  it('a caseworker corrects when a vedtak reached the applicant, and the page says by whom and why', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    const { page } = kari;

    await kari.open('/saker', 'Saker');
    await page
      .getByRole('link', { name: /Siv Dahl/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Rett når vedtaket kom fram' }).press('Enter');
    await page.getByLabel(/^Når kom vedtaket fram/).fill('2026-10-01');
    await page.getByLabel(/^Hvorfor retter du dagen/).fill('Siv fikk brevet to dager senere.');
    await page.getByRole('button', { name: 'Rett dagen' }).click();
    await page.getByText(/^Dagen er rettet/).waitFor();
    await page.getByText(/Rettet av Kari Nordli: Siv fikk brevet to dager senere\.$/).waitFor();

    await kari.leave();
  });

  it('a round is open until everybody in it has an outcome, and is closed with the last', async () => {
    const bjorn = await visit({ name: 'Bjørn Moe' });
    const { page } = bjorn;

    const left = async (): Promise<number> => {
      await bjorn.open('/innboks', 'Innboks');
      await page
        .getByText(/\d+ oppgave|Du har ingen oppgaver/)
        .first()
        .waitFor();
      return page.getByRole('link', { name: /^Vurder/ }).count();
    };
    for (let count = await left(); count > 0; count = await left()) {
      await doTask(bjorn, {
        task: /^Vurder/,
        list: 'Mine',
        answer: async () => {
          await page.getByRole('radio', { name: 'Uendret' }).check();
          await page.getByLabel(/^Begrunnelse/).fill('Ingen ledig bolig passer denne uka.');
          if (count === 1) await lookAt(page, '32-runde-siste');
        },
      });
      await page.getByRole('link', { name: 'Se saken' }).click();
      await page.getByRole('heading', { level: 1, name: 'Ventelisterunde' }).waitFor();
      await page
        .getByText(count === 1 ? 'Avsluttet' : 'Pågår', { exact: true })
        .first()
        .waitFor();
    }
    await bjorn.page.goBack();
    await bjorn.leave();
  });

  it('an offer with two alternatives is answered by the applicant on a phone', async () => {
    const siv = await visit({ name: 'Siv Dahl', screen: 'phone' });
    const { page } = siv;

    await siv.open('/min-sak', 'Min sak');
    await page
      .getByRole('link', { name: /[Ss]var/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /^Svar på tilbudet/ }).waitFor();
    await page.getByRole('radio', { name: /^Ja/ }).check();
    const homes = page.getByRole('radio', { name: /Småhus tun [35]/ });
    expect(await homes.count()).toBe(2);
    await page.getByRole('radio', { name: 'Småhus tun 3' }).check();
    await lookAt(page, '34-tilbud-telefon');
    await page.getByRole('button', { name: 'Fullfør oppgaven' }).click();
    await page.getByText('Oppgaven er fullført').waitFor();
    await siv.open('/min-sak', 'Min sak');
    await lookAt(page, '35-tilbud-besvart-telefon');

    await siv.leave();
  });

  it(
    'a checkpoint goes from invitation to answer, meeting, input word for word, and what came of it',
    async () => {
      const berit = await visit({ name: 'Berit Lien' });
      await berit.open('/invitasjoner', 'Invitasjoner');
      const invitation = berit.page.getByRole('article').filter({ hasText: project });
      await invitation.getByRole('radio', { name: 'Jeg deltar' }).check();
      await lookAt(berit.page, '36-medvirkning-invitasjon');
      await invitation.getByRole('button', { name: 'Send svaret' }).click();
      await berit.page.getByText(/^Takk. Svaret ditt på/).waitFor();

      const per = await visit({ name: 'Per Solbakken' });
      await per.open('/postkasse', 'Postkasse');
      await windUntil(per.page, '17.12.2026');
      await doTask(per, { task: /^Hold medvirkningen/, of: project });
      await doTask(per, {
        task: /^Registrer innspill/,
        of: project,
        answer: async (page) => {
          await page.getByLabel(/^Innspill/).fill('Det må være lys langs veien hjem.');
          await page.getByRole('radio', { name: 'Delvis fulgt' }).check();
          await page.getByLabel(/^Begrunnelse/).fill('Det blir lys til bussen. Stien mot fjorden tar vi senere.');
          await lookAt(page, '37-medvirkning-innspill');
        },
      });
      await berit.open('/postkasse', 'Postkasse');
      await lookAt(berit.page, '38-medvirkning-tilbakemelding');
      await berit.open('/invitasjoner', 'Invitasjoner');
      await berit.page.getByRole('link', { name: project }).first().press('Enter');
      await berit.page.getByRole('heading', { level: 1, name: project }).waitFor();
      await berit.page.getByText('Svaret ditt: Jeg deltar').first().waitFor();
      await berit.page.getByText('«Det må være lys langs veien hjem.»').waitFor();
      await berit.page.getByText(/^Delvis fulgt: Det blir lys til bussen/).waitFor();
      await lookAt(berit.page, '91-medvirkning-i-prosjektet');
      await berit.open('/beboermoter', 'Beboermøter');
      await berit.page.getByRole('link', { name: 'Bispegata 9' }).press('Enter');
      await berit.page.getByRole('heading', { level: 1, name: 'Bispegata 9' }).waitFor();
      await berit.page.getByText('Meld en sak til neste møte').waitFor();
      await lookAt(berit.page, '92-bygget-for-brukerrepresentanten');
      await berit.leave();
      await per.leave();
    },
    longPath,
  );

  it(
    'a project goes from its hearing of six weeks over Christmas to the decision of the city council',
    async () => {
      const knut = await visit({ name: 'Knut Haugen' });
      const { page } = knut;

      await knut.open('/postkasse', 'Postkasse');
      await windUntil(page, '05.01.2027');
      await doTask(knut, {
        task: /^Behandle merknadene/,
        of: project,
        answer: async () => {
          await page.getByLabel(/^Antall merknader/).fill('3');
          await page.getByRole('radio', { name: 'Nei' }).first().check();
          await lookAt(page, '39-merknader');
        },
      });
      await doTask(knut, {
        task: /^Registrer bystyrets vedtak/,
        of: project,
        answer: async () => {
          await page.getByLabel(/^Saksnummer/).fill('PS 12/27');
          await page.getByRole('radio', { name: 'Vedtatt', exact: true }).check();
          await lookAt(page, '40-bystyrevedtak');
        },
      });
      await page.getByRole('link', { name: 'Se saken' }).click();
      await page.getByRole('heading', { level: 1, name: project }).waitFor();
      await page
        .getByText(/Kunngjør vedtaket/)
        .first()
        .waitFor();
      await page.locator('.diagram .is-active').first().waitFor();
      await lookAt(page, '41-prosjekt-vedtatt');
      await knut.leave();
    },
    longPath,
  );
});
