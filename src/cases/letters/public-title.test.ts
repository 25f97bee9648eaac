import { publicTitle } from './public-title.js';

const siv = { names: ['Siv Dahl'], caseTitle: 'Siv Dahl' };

describe('a title in the journal register', () => {
  it.each([
    ['says no name', 'Vedtak til Siv Dahl', 'Vedtak til *****'],
    ['says no first name alone, in no case of letters', 'Kjære SIV, du får bolig', 'Kjære *****, du får bolig'],
    ['says no name that owns something', 'Dahls nye hjem', '*****s nye hjem'],
    ['is as it was where it tells of nobody', 'Du har fått ja til kommunal bolig', 'Du har fått ja til kommunal bolig'],
    ['keeps words that a name is a part of', 'Sivilombudet i Dahlgata', 'Sivilombudet i Dahlgata'],
  ])('%s: «%s» is «%s»', (_, title, shown) => {
    expect(publicTitle(title, siv)).toBe(shown);
  });

  it('says no name with signs in it, and nothing of what the case is called', () => {
    const told = { names: ['Anne-Lise O’Hara (f. Berg)'], caseTitle: 'Sak om A. Berg' };

    expect(publicTitle('Unntak: Sak om A. Berg, for Anne-Lise O’Hara', told)).toBe('Unntak: *****, for *****');
  });
});
