import { inChromium } from './support/in-chromium.js';
import { expectSound, lookAt } from './support/look-at.js';

inChromium('households, in Chromium', ({ visit }) => {
  it('a caseworker registers a household from the keyboard, takes out who moved, and reads who was in it and why', async () => {
    const kari = await visit({ name: 'Kari Nordli' });
    const { page } = kari;
    await kari.open('/personer/odd', 'Odd Lund');
    const part = page.getByRole('region', { name: 'Husstand' });
    await part.getByText('Ingen husstand er registrert, eller du kan ikke se den.').waitFor();
    await part.getByRole('button', { name: 'Registrer en husstand' }).press('Enter');
    await part.locator('h3:focus', { hasText: 'Registrer en husstand' }).waitFor();
    await part.getByLabel('Navn, eller en del av det').fill('mona');
    await page.keyboard.press('Enter');
    await part.getByRole('button', { name: 'Velg Mona Berg' }).press('Enter');
    await part.locator('h3:focus', { hasText: 'Legg til Mona Berg i husstanden' }).waitFor();
    for (const name of ['Mona Berg', 'Odd Lund'])
      await part
        .getByRole('group', { name: `Er ${name} voksen eller barn?` })
        .getByLabel('Voksen')
        .press('Space');
    await part.getByRole('button', { name: 'Lagre husstanden' }).press('Enter');
    await part.locator(':focus', { hasText: 'Rett dette før du går videre' }).waitFor();
    await part.getByLabel(/^Hvorfor endres det/).fill('De har flyttet sammen.');
    await part.getByLabel('Fra og med').fill('2026-10-01');
    await part.getByRole('button', { name: 'Lagre husstanden' }).press('Enter');
    await part.locator(':focus', { hasText: 'Mona Berg er lagt til i husstanden.' }).waitFor();

    await part.getByRole('button', { name: 'Flytter ut: Mona Berg' }).press('Enter');
    await part.getByLabel('Siste dag').fill('2026-09-30');
    await part.getByLabel(/^Hvorfor endres det/).fill('Hun har fått egen bolig.');
    await part.getByRole('button', { name: 'Lagre husstanden' }).press('Enter');
    await part.getByText('Ingen kan flytte ut før de har flyttet inn.').first().waitFor();
    await part.getByLabel('Siste dag').fill('2026-11-01');
    await part.getByRole('button', { name: 'Lagre husstanden' }).press('Enter');
    await part.getByText('Mona Berg er tatt ut av husstanden.').waitFor();
    await part.getByText('Tidligere, og hvorfor det ble endret').press('Enter');
    await part.getByText(/^Flyttet ut: Hun har fått egen bolig\. Skrevet av Kari Nordli/).waitFor();
    // The whole of it has been unfolded.
    await part
      .getByText(/^Kom inn/)
      .last()
      .click({ trial: true });
    await lookAt(page, '127-husstand', part);

    // The last day before the first.
    await kari.leave({ refused: 1 });
  });

  it('a caseworker cannot take in the same person twice, and says that a registration was a mistake', async () => {
    const kari = await visit({ name: 'Kari Nordli', screen: 'phone' });
    const { page } = kari;
    await kari.open('/personer/siv', 'Siv Dahl');
    const part = page.getByRole('region', { name: 'Husstand' });
    const choose = async (words: string, name: string) => {
      await part.getByLabel('Navn, eller en del av det').fill(words);
      await page.keyboard.press('Enter');
      await part.getByRole('button', { name: `Velg ${name}` }).press('Enter');
      await part.getByRole('radio', { name: 'Voksen' }).press('Space');
      await part.getByLabel(/^Hvorfor endres det/).fill('Sagt på telefonen.');
      await part.getByRole('button', { name: 'Lagre husstanden' }).press('Enter');
    };
    await part.getByRole('button', { name: 'Legg til i husstanden' }).press('Enter');
    await choose('siv', 'Siv Dahl');
    await part.getByText('Samme person kan bare stå én gang i en husstand.').first().waitFor();
    await part.getByRole('button', { name: 'Velg en annen' }).press('Enter');
    await choose('tove', 'Tove Sand');
    await part.locator(':focus', { hasText: 'Tove Sand er lagt til i husstanden.' }).waitFor();
    await expectSound(page, 'husstand på telefon');

    await part.getByRole('button', { name: 'Flytter ut: Tove Sand' }).press('Enter');
    await part.getByRole('checkbox', { name: /^Det var en feil/ }).press('Space');
    await part.getByLabel(/^Hvorfor endres det/).fill('Det var en annen Tove.');
    await part.getByRole('button', { name: 'Lagre husstanden' }).press('Enter');
    await part.locator(':focus', { hasText: 'Tove Sand er tatt ut av husstanden.' }).waitFor();
    await part.getByText('Tidligere, og hvorfor det ble endret').press('Enter');
    await part.getByText('Feilregistrert').waitFor();
    await part.getByText(/^Rettet: Det var en annen Tove\./).waitFor();
    await expectSound(page, 'husstand med en feil på telefon');

    // Who is in it already.
    await kari.leave({ refused: 1 });
  });
});
