import { fillIn } from './support/fill-in.js';
import { inChromium } from './support/in-chromium.js';
import { lookAt } from './support/look-at.js';
import { windUntil } from './support/wind-until.js';

inChromium('In Chromium, from login to a reminder on the right day', ({ visit }) => {
  it('a stranger is led to the login page and from there to the provider', async () => {
    const stranger = await visit();

    await stranger.open('/innboks', 'Logg inn i Boligflyt');
    await lookAt(stranger.page, '01-logg-inn');
    await stranger.page.getByRole('link', { name: 'Logg inn', exact: true }).click();
    await stranger.page.getByRole('button', { name: 'Kari Nordli' }).waitFor();
    await lookAt(stranger.page, '02-hvem-er-du');

    await stranger.leave();
  });

  it('a caseworker pauses a deadline by keyboard, sees why and since when, and takes it up again', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    const { page } = kari;

    await kari.open('/innboks', 'Innboks');
    await page.getByText('Ufordelte', { exact: true }).click();
    await page
      .getByRole('link', { name: /^Kartlegg behov/ })
      .first()
      .click();
    await page.getByText('Hvorfor denne datoen?').press('Enter');
    await page.getByRole('button', { name: 'Sett fristen på pause' }).press('Enter');
    await page.getByRole('radio', { name: 'Vi venter på parten' }).press('Space');
    await page.getByLabel('Begrunnelse').fill('Lønnsslippene er ikke kommet.');
    await lookAt(page, '20-frist-pause');
    await page.getByRole('button', { name: 'Sett på pause', exact: true }).press('Enter');
    await page.getByText('Fristen står på pause.', { exact: true }).waitFor();
    await page.getByText(/^Klokka har stått siden .* fordi vi ventet på parten: Lønnsslippene/).waitFor();
    await lookAt(page, '21-frist-star');

    await page.getByRole('button', { name: 'Ta opp igjen' }).press('Enter');
    await page.getByRole('button', { name: 'Ta fristen opp igjen' }).press('Enter');
    await page.getByText('Fristen går igjen. Datoen er regnet ut på nytt.').waitFor();
    await page.getByRole('button', { name: 'Sett fristen på pause' }).waitFor();

    await kari.leave();
  });

  it('a caseworker takes a task from the inbox, fills in its form, and sees the case go on', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    const { page } = kari;

    await kari.open('/innboks', 'Innboks');
    await page.getByText('Ufordelte', { exact: true }).click();
    await page
      .getByRole('button', { name: /^Ta oppgaven «Kartlegg behov/ })
      .first()
      .click();
    await page.getByText(/Du har tatt oppgaven/).waitFor();
    await page.getByText('Mine', { exact: true }).click();
    await page
      .getByRole('link', { name: /^Kartlegg behov/ })
      .first()
      .waitFor();
    await lookAt(page, '03-innboks');

    await page
      .getByRole('link', { name: /^Kartlegg behov/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /^Kartlegg behov/ }).waitFor();
    await page.getByText('Hvorfor denne datoen?').click();
    const firstField = page.getByRole('main').locator('form :is(legend, label)').first();
    expect(await firstField.innerText()).toContain('Hva gjelder søknaden?');
    await page.getByRole('button', { name: 'Fullfør oppgaven' }).click();
    await page.getByText('Rett dette før du går videre').waitFor();
    await lookAt(page, '04-oppgave');
    await fillIn(page);
    await page.getByRole('button', { name: 'Fullfør oppgaven' }).click();
    await page.getByText('Oppgaven er fullført').waitFor();

    await page.getByRole('link', { name: 'Se saken' }).click();
    await page.getByRole('heading', { level: 1, name: /kommunal bolig/ }).waitFor();
    await page.locator('.diagram .is-active').first().waitFor();
    const twin = page.getByRole('table').filter({ hasText: 'Går videre til' });
    await twin
      .getByRole('row', { name: /Her står saken nå/ })
      .first()
      .waitFor();
    expect(await twin.getByRole('row', { name: /Kartlegg behov.*Gjort/ }).count()).toBe(1);
    expect(await page.locator('.diagram [data-element-id="kartlegg-behov"].is-completed').count()).toBe(1);
    await page.getByRole('button', { name: 'Større' }).press('Enter');
    await page.getByRole('button', { name: 'Vis der saken står' }).press('Enter');
    await lookAt(page, '05-sak');

    await kari.leave();
  });

  it('the clock is wound forward to the day of the first reminder, and the reminder lies in the mailbox', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    const { page } = kari;

    await kari.open('/innboks', 'Innboks');
    await page.getByText('Ufordelte', { exact: true }).click();
    await page
      .getByRole('link', { name: /^Fatt vedtak/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Ta oppgaven', exact: true }).click();
    await page.getByRole('button', { name: 'Fullfør oppgaven' }).waitFor();
    const planned = await page
      .getByText(/^Går \d\d\.\d\d\.\d{4}, 08:00/)
      .first()
      .innerText();
    const rungAt = planned.slice('Går '.length, 'Går 03.12.2026, 08:00'.length);

    await page.getByRole('link', { name: 'Postkasse' }).click();
    await page.getByRole('heading', { level: 1, name: 'Postkasse' }).waitFor();
    const reminder = page.getByRole('button', { name: `kari@boligflyt.test · ${rungAt}` }).filter({
      hasText: /^Påminnelse: Fatt vedtak/,
    });
    expect(await reminder.count()).toBe(0);
    await windUntil(page, rungAt.slice(0, 10));
    await reminder.first().click();
    await page.getByRole('heading', { level: 2, name: /^Påminnelse: Fatt vedtak/ }).waitFor();
    await page.getByText('Hvorfor denne datoen:').waitFor();
    await lookAt(page, '06-postkasse');

    await kari.leave();
  });

  it('a project manager sees what is late and why, and starts a project', async () => {
    const per = await visit({ name: 'Per Solbakken' });
    const { page } = per;

    await per.open('/prosjekter', 'Boligprosjekter');
    await page
      .getByText(/^Hvorfor \d/)
      .first()
      .click();
    await lookAt(page, '10-prosjekter');
    await page.getByRole('link', { name: 'Opprett prosjekt' }).click();
    await page.getByRole('heading', { level: 1, name: 'Opprett boligprosjekt' }).waitFor();
    await page.getByLabel('Hva skal prosjektet hete?').fill('Småhus ved Nidelva');
    await fillIn(page);
    await lookAt(page, '11-nytt-prosjekt');
    await page.getByRole('button', { name: 'Opprett prosjektet' }).click();
    await page.getByRole('heading', { level: 1, name: 'Småhus ved Nidelva' }).waitFor();
    await page.locator('.diagram .is-active').first().waitFor();
    await lookAt(page, '12-prosjektsak');

    await per.leave();
  });

  it('a user representative answers an invitation', async () => {
    const berit = await visit({ name: 'Berit Lien' });
    const { page } = berit;

    await berit.open('/invitasjoner', 'Invitasjoner');
    await page.getByRole('radio', { name: 'Jeg deltar' }).first().check();
    await lookAt(page, '13-invitasjoner');
    await page.getByRole('button', { name: 'Send svaret' }).first().click();
    await page.getByText(/^Takk. Svaret ditt på/).waitFor();

    await berit.leave();
  });

  it('an applicant sees the journey on a phone, sends a new application and withdraws it, after reading what it means', async () => {
    const siv = await visit({ name: 'Siv Dahl', screen: 'phone' });
    const { page } = siv;

    await siv.open('/min-sak', 'Min sak');
    await page.getByText('Her er du nå').waitFor();
    await lookAt(page, '14-min-sak-telefon');
    await page.getByRole('link', { name: 'Send en ny søknad om kommunal bolig' }).click();
    await page.getByRole('heading', { level: 1, name: 'Søk om kommunal bolig' }).waitFor();
    await fillIn(page);
    await lookAt(page, '15-soknad-telefon');
    await page.getByRole('button', { name: 'Send søknaden' }).click();
    await page.getByRole('heading', { level: 1, name: /^Søknad om kommunal bolig/ }).waitFor();
    await page.getByText('Vi kartlegger sammen').waitFor();
    await lookAt(page, '16-reise-telefon');
    await page.getByRole('button', { name: 'Trekk søknaden' }).press('Enter');
    await page.getByText(/^Trekker du søknaden, avslutter vi saken. Du mister plassen på ventelista/).waitFor();
    await page.getByRole('button', { name: 'Nei, behold søknaden' }).press('Enter');
    await page.getByRole('button', { name: 'Trekk søknaden' }).press('Enter');
    await page.getByRole('button', { name: 'Ja, trekk søknaden' }).press('Enter');
    await page.getByText(/^Søknaden er trukket. Du får et brev om det/).waitFor();
    await page.getByText('Du har trukket søknaden din').first().waitFor();

    await siv.leave();
  });

  it('a case that nobody has looked at for a week is found by its caseworker, who says by keyboard what she saw', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    const { page } = kari;

    await kari.open('/ikke-sett-pa', 'Saker ingen har sett på');
    await page.getByRole('button', { name: 'Spol fram: en uke' }).click();
    await page.getByText(/^Datoen er nå/).waitFor();
    const look = page.getByRole('button', { name: /^Jeg har sett på saken «/ }).first();
    await look.press('Enter');
    await page.getByLabel('Hva så du?').fill('Ringte. Venter på svar fra fastlegen.');
    await lookAt(page, '17-ikke-sett-pa');
    await page.getByRole('button', { name: 'Registrer at du har sett på saken' }).press('Enter');
    await page.getByText(/^Notert: du har sett på «/).waitFor();

    await kari.leave();
  });

  it('the remaining pages are without accessibility faults', async () => {
    const kari = await visit({ name: 'Kari Nordli' });

    await kari.open('/saker', 'Saker');
    await lookAt(kari.page, '07-saker');
    await kari.open('/tilgjengelighet', 'Tilgjengelighetserklæring');
    await lookAt(kari.page, '08-tilgjengelighet');
    await kari.open('/finnes-ikke', 'Vi fant ikke siden');
    await lookAt(kari.page, '09-finnes-ikke');

    await kari.leave();
  });
});
