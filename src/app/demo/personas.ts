/** Somebody of the demo whom a visitor can log in as. Synthetic; no such person exists. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly groups: readonly string[];
  /** What the person does, in the words of the municipality. */
  readonly role: string;
}

const person = (id: string, name: string, role: string, groups: readonly string[]): DemoPerson => ({
  id,
  name,
  role,
  groups,
  email: `${id}@boligflyt.test`,
});

/** The people of the demo, staff first. */
export const demoPersonas: readonly DemoPerson[] = [
  person('kari', 'Kari Nordli', 'saksbehandler, helse- og velferdskontoret', ['hvk']),
  person('liv', 'Liv Aune', 'leder, helse- og velferdskontoret', ['hvk', 'hvk-leder']),
  person('bjorn', 'Bjørn Moe', 'boligsosialt team', ['bst']),
  person('bente', 'Bente Rønning', 'leder, boligsosialt team', ['bst', 'bst-leder']),
  person('tor', 'Tor Eide', 'Trondheim eiendom', ['trondheim-eiendom']),
  person('per', 'Per Solbakken', 'prosjektleder', ['prosjektleder']),
  person('knut', 'Knut Haugen', 'kommunedirektørens fagstab, byplan og politisk sekretariat', [
    'kd',
    'politisk-sekretariat',
    'byplan',
  ]),
  person('berit', 'Berit Lien', 'brukerrepresentant', ['brukerrepresentant']),
  person('siv', 'Siv Dahl', 'boligsøker', ['soker']),
  person('ada', 'Ada Strand', 'administrator', ['admin']),
];

/** More people who have applied for a home; they have no login of their own. */
export const demoApplicants: readonly DemoPerson[] = [
  ['sigrid', 'Sigrid Vik'],
  ['odd', 'Odd Lund'],
  ['mona', 'Mona Berg'],
  ['rune', 'Rune Haug'],
  ['tove', 'Tove Sand'],
  ['geir', 'Geir Myhre'],
  ['else', 'Else Krogh'],
].map(([id = '', name = '']) => person(id, name, 'boligsøker', ['soker']));
