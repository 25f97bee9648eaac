import { findIdentifiers } from './find-identifiers.js';
import type { KnownIdentity } from './finding.js';
import { nobodyKnown } from './finding.js';
import { readIdentityWords } from './read-identity-words.js';

const words = await readIdentityWords('workflows/avidentifisering.json');
const known: KnownIdentity = {
  names: ['Qadir Mohseni', 'Siv Dahl', 'Bo Stein'],
  bornOn: ['1984-03-03'],
  contacts: ['Øvre Kloster', 'qm@post.example'],
  ids: ['0f8d1c52-sak'],
  units: ['Småhus tun 1'],
};

const toldIn = (text: string, who: KnownIdentity = known): readonly string[] =>
  findIdentifiers(text, who, words).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);

describe('a name', () => {
  it.each([
    ['of the person, anywhere', 'Qadir ønsker ro.', 'navn: Qadir'],
    ['in small letters', 'snakket med mohseni i går', 'navn: mohseni'],
    ['in capitals', 'SNAKKET MED QADIR', 'navn: QADIR'],
    ['that owns something', 'Mohsenis søster', 'navn: Mohsenis'],
    ['of a helper', 'Hun har med seg siv.', 'navn: siv'],
    ['that is a word too, where it begins the sentence of the person', 'Bo er sliten.', 'navn: Bo'],
    ['with a soft hyphen', 'Snakket med Qa\u00ADdir.', 'navn: Qa\u00ADdir'],
    ['with a space of no width', 'Snakket med Qa\u200Bdir.', 'navn: Qa\u200Bdir'],
    ['with loose accents', 'Snakket med A\u030Ase.', 'navn: A\u030Ase'],
    ['in full width', 'Snakket med Ｋａｒｉ.', 'navn: Ｋａｒｉ'],
    ['spelled out', 'Det er K a r i som ringer.', 'navn: K a r i'],
    ['of somebody with a common name', 'Kari er søstera.', 'navn: Kari'],
    ['in two parts', 'Mora heter Anne-Grethe.', 'navn: Anne | navn: Grethe'],
    ['after an abbreviation', 'Noen, f.eks. Stein, hjelper.', 'navn: Stein'],
    ['that is a word too, inside a sentence', 'Han heter Bo.', 'navn: Bo'],
    ['that is a word too, before a family name', 'Stein Lund hjelper.', 'navn: Stein | navn: Lund'],
    ['that is a word too, where somebody wants', 'Liv vil ha hund.', 'navn: Liv'],
    ['that nobody has on a list, where only a person can', 'Xerxes forteller om nattevakter.', 'egennavn: Xerxes'],
    ['that nobody has on a list, inside a sentence', 'Mora, Zuleyka, er syk.', 'egennavn: Zuleyka'],
    ['in other letters', 'Broren är Иван.', 'egennavn: Иван'],
    ['as initials', 'K.N. vil ha ro.', 'initialer: K.N.'],
  ])('is found %s', (_, text, expected) => {
    const who = /søstera|heter Bo|Stein|Liv|Anne/.test(text) ? nobodyKnown : known;
    expect(toldIn(text, who).join(' | ')).toBe(expected);
  });

  it.each([
    'Bo alene er viktig.',
    'Bo nær sentrum, uten trapper.',
    'Stein på stein bygger hun opp hverdagen.',
    'Liv og røre i gangen er slitsomt.',
    'Dag og natt er like.',
    'Hver dag er lang. Per uke trengs to besøk.',
    'Line og tau, jakt og fiske.',
    'Hans leilighet er kald, og hans ord teller.',
    'Fred og ro er alt.',
    'Mai blir fin. Juni også.',
    'Even fordeling av vaktene.',
    'Vil bo på berg eller ved ei strand, helst i skog og sol.',
    'Hun bruker LAR, har time ved DPS, og ser på TV.',
    'Housing First er aktuelt. Nav betaler husleia.',
    '«Jeg vil bo for meg selv», sier personen.',
    'Personen sa: «Det er bra nok.»',
    'Ønsker:\n- Egen inngang\n- Dør som kan låses\n1. Vaskerom',
    'Kommunen mener at det går. Moren forteller det samme.',
    'Hun ønsker hund. De liker turer.',
  ])('is not seen in: %s', (text) => {
    expect(toldIn(text, nobodyKnown)).toEqual([]);
  });
});

describe('a number', () => {
  it.each([
    ['a birth number', 'Fnr. 15076500565.', 'fodselsnummer: 15076500565'],
    ['one in two groups', 'Fnr. 150765 00565.', 'fodselsnummer: 150765 00565'],
    ['one in many groups', '15 07 65 005 65', 'fodselsnummer: 15 07 65 005 65'],
    ['one digit by digit', '1 5 0 7 6 5 0 0 5 6 5', 'fodselsnummer: 1 5 0 7 6 5 0 0 5 6 5'],
    ['one over two lines', '150765\n00565', 'fodselsnummer: 150765\n00565'],
    ['one in full width', '１５０７６５００５６５', 'fodselsnummer: １５０７６５００５６５'],
    ['a D-number', 'D: 530972 48016', 'fodselsnummer: 530972 48016'],
    ['a mistyped one', '150765 00566', 'nummer: 150765 00566'],
    ['an account', '9710.12.34560', 'nummer: 9710.12.34560'],
    ['a mobile', 'Ring 911 22 333.', 'telefon: 911 22 333'],
    ['a telephone in pairs', 'Ring 73 54 00 00.', 'telefon: 73 54 00 00'],
    ['one in a row', 'Ring 91122333.', 'telefon: 91122333'],
    ['one from abroad', 'Ring +46 70 123 45 67.', 'telefon: +46 70 123 45 67'],
    ['a car', 'Har bil VF 12345.', 'nummer: VF 12345'],
    ['a case', 'Se sak 2026/1234.', 'saksnummer: sak 2026/1234'],
    ['an id of ours', 'Se 6c1a9b52-3d1f-4a55-9f0e-0c7f6a1b2c3d.', 'saksnummer: 6c1a9b52-3d1f-4a55-9f0e-0c7f6a1b2c3d'],
    ['the id of the case', 'Se 0f8d1c52-sak.', 'saksnummer: 0f8d1c52-sak'],
  ])('is found: %s', (_, text, expected) => {
    expect(toldIn(text)).toEqual([expected]);
  });

  it.each([
    'Leia er 12 000 000 kroner for alle, 9 500 kroner for én.',
    'Planen gjelder 2019-2023 og 2024 2025.',
    'To til tre besøk per dag, 24 timer, 365 dager, kl. 10.30.',
    'Plass 2 i køen, 3 rom, 40 kvm, 4 etasjer, 12 naboer.',
    'Gjeld på 25000000 kr.',
    'Mellom 40 og 60 år, § 27 og § 3-1.',
  ])('is not seen in: %s', (text) => {
    expect(toldIn(text)).toEqual([]);
  });
});

describe('a day', () => {
  it.each([
    ['of birth', 'Født 3.3.1984 i byen.', 'fodselsdato: Født 3.3.1984'],
    ['of birth, the year only', 'Han er født i 1984.', 'fodselsdato: født i 1984'],
    ['of birth, that is known, without a year', 'Har bursdag 3. mars.', 'fodselsdato: 3. mars'],
    ['of birth, that is known, in short', 'Har bursdag 03.03.84.', 'fodselsdato: 03.03.84'],
    ['when something happened', 'Ble innlagt 12.3.2026.', 'dato: 12.3.2026'],
    ['in words', 'Flyttet 1. mai 2025.', 'dato: 1. mai 2025'],
    ['as computers write it', 'Flyttet 2025-05-01.', 'dato: 2025-05-01'],
  ])('is found %s', (_, text, expected) => {
    expect(toldIn(text)).toEqual([expected]);
  });

  it.each(['Har bodd ute siden i fjor vår.', 'Vil flytte i mars.', 'Vil flytte før 1. mai.', 'Kl. 10.30 passer.'])(
    'is not seen in: %s',
    (text) => expect(toldIn(text)).toEqual([]),
  );
});

describe('a place', () => {
  it.each([
    ['a street with a number', 'Bor i Prinsens gate 10b.', 'adresse: Prinsens gate 10b'],
    ['a street in small letters', 'bor i munkegata 3', 'adresse: munkegata 3'],
    ['a street in short', 'Bor i Munkegt. 3.', 'adresse: Munkegt. 3'],
    ['a street without a number', 'Jarleveien er bra.', 'adresse: Jarleveien'],
    ['a postal code', 'Post til 7010 Trondheim.', 'poststed: 7010 Trondheim'],
    ['a part of the town', 'Vil til Lade.', 'poststed: Lade'],
    ['a part of the town in small letters', 'bor på saupstad', 'poststed: saupstad'],
    ['a registered address', 'Sover i øvre  kloster.', 'adresse: øvre  kloster'],
    ['a house of the municipality', 'Bor på småhus tun 1.', 'enhet: småhus tun 1'],
    ['a flat', 'Leilighet H0203.', 'adresse: H0203'],
    ['an e-mail', 'Skriv til q.m@post.no.', 'epost: q.m@post.no'],
    ['a hidden e-mail', 'Skriv til qm (at) post . no', 'epost: qm (at) post . no'],
  ])('is found: %s', (_, text, expected) => {
    expect(toldIn(text).join(' | ')).toBe(expected);
  });

  it.each([
    'Det er lang vei til butikken, tre gater bort.',
    'Hovedveien bråker, gangveien er trygg.',
    'Han vil ikke bo ute på gata.',
    'Valgt 3 rom, lagt 2 planer.',
    'Ved ei gate med lite trafikk.',
    'Oppe i bakken, ved plassen.',
  ])('is not seen in: %s', (text) => {
    expect(toldIn(text)).toEqual([]);
  });
});

it('tells of each place once, in order, and where it stands in what was written', () => {
  const text = 'Qadir Mohseni, født 3.3.1984, bor i Munkegata 3, 7010 Trondheim. Tlf. 911 22 333.';
  const found = findIdentifiers(text, known, words);

  expect(found.map(({ kind }) => kind)).toEqual(['navn', 'navn', 'fodselsdato', 'adresse', 'poststed', 'telefon']);
  expect(found.every(({ from, to }, at) => from < to && (found[at - 1]?.to ?? 0) <= from)).toBe(true);
});
