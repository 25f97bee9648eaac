/** Somebody of the demo whom a visitor can log in as. Synthetic; no such person exists. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly groups: readonly string[];
  /** What the person does, in the words of the municipality. */
  readonly role: string;
}

const person = (id: string, name: string, work: Pick<DemoPerson, 'role' | 'groups'>): DemoPerson => ({
  id,
  name,
  ...work,
  email: `${id}@boligflyt.test`,
});

// Who may sign decisions (vedtak) for the municipality.
const authority = 'delegert-myndighet';

/** The people of the demo, staff first. */
export const demoPersonas: readonly DemoPerson[] = [
  person('kari', 'Kari Nordli', { role: 'saksbehandler, helse- og velferdskontoret', groups: ['hvk', authority] }),
  person('liv', 'Liv Aune', { role: 'leder, helse- og velferdskontoret', groups: ['hvk', 'hvk-leder', authority] }),
  person('bjorn', 'Bjørn Moe', { role: 'boligsosialt team', groups: ['bst'] }),
  person('bente', 'Bente Rønning', { role: 'leder, boligsosialt team', groups: ['bst', 'bst-leder', authority] }),
  person('tor', 'Tor Eide', {
    role: 'leder, Trondheim eiendom',
    groups: ['trondheim-eiendom', 'trondheim-eiendom-leder'],
  }),
  person('per', 'Per Solbakken', { role: 'prosjektleder', groups: ['prosjektleder'] }),
  person('knut', 'Knut Haugen', {
    role: 'kommunedirektørens fagstab, byplan og politisk sekretariat',
    groups: ['kd', 'politisk-sekretariat', 'byplan'],
  }),
  person('berit', 'Berit Lien', { role: 'brukerrepresentant', groups: ['brukerrepresentant'] }),
  person('aud', 'Aud Sletten', { role: 'folkevalgt, leder av utvalget', groups: ['politiker'] }),
  person('nina', 'Nina Solli', { role: 'saksbehandler, NAV', groups: ['nav', authority] }),
  person('nils', 'Nils Hegge', { role: 'leder, NAV', groups: ['nav', 'nav-leder', authority] }),
  person('rita', 'Rita Lunde', { role: 'leder av akuttovernattingen', groups: ['botiltaksleder'] }),
  person('siv', 'Siv Dahl', { role: 'boligsøker', groups: ['soker'] }),
  person('pia', 'Pia Voll', { role: 'personvernombud', groups: ['personvernombud'] }),
  person('ada', 'Ada Strand', { role: 'administrator', groups: ['admin'] }),
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
].map(([id = '', name = '']) => person(id, name, { role: 'boligsøker', groups: ['soker'] }));
