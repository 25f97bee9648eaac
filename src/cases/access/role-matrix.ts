/** The roles of the register (domain register §5), in the order of its columns; and programs, which take jobs. */
// prettier-ignore
export const roles = [
  'soker', 'fullmektig', 'brukerrepresentant', 'hvk', 'bst', 'botiltaksleder', 'ambulant', 'nav', 'te', 'vaktmester', 'klagebehandler',
  'prosjektleder', 'fagstab', 'politiker', 'borettslag', 'publikum', 'personvernombud', 'admin', 'program',
] as const;

/** What somebody is, as far as access goes. A person may have several roles: their rights add up. */
export type Role = (typeof roles)[number];

/**
 * What a role may do with data of a kind: R read, W write, RW both; OR and OW the same with one's own only (who may write it may
 * read it); S read what the person shares; T read while a task of the case is open for a group of the reader; A figures only, of
 * five persons or more; - nothing.
 */
export type Cell = 'R' | 'W' | 'RW' | 'OR' | 'OW' | 'S' | 'T' | 'A' | '-';

// One cell a role.
// prettier-ignore
type Row = readonly [
  Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell,
];

/**
 * Who may do what with which data. Guards, row-level security and tests come from this table and from no other. The first rows are
 * the register's; below the comment are those of what the workflow itself shows.
 */
// prettier-ignore
export const roleMatrix = {
  //                    søker  fullm  brukr  hvk    bst    bleder ambul  nav    te     vaktm  klage  prosj  fagst  polit  borett publ   pvo    admin  progr
  'identity':          ['OW',  'S',   '-',   'RW',  'R',   'T',   'T',   'RW',  'R',   'T',   'T',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-'],
  'health':            ['OR',  'S',   '-',   'RW',  'R',   'T',   'T',   'T',   '-',   '-',   'T',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-'],
  'economy':           ['OW',  'S',   '-',   'RW',  '-',   '-',   '-',   'RW',  'R',   '-',   'T',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-'],
  'decision':          ['OR',  'S',   '-',   'RW',  'R',   'T',   'T',   'RW',  'R',   '-',   'R',   '-',   'A',   '-',   '-',   '-',   '-',   '-',   '-'],
  'application':       ['OR',  'S',   '-',   'RW',  'RW',  '-',   '-',   'RW',  '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-'],
  'waiting-list':      ['OR',  'S',   '-',   'RW',  'RW',  'R',   'R',   'R',   '-',   '-',   'T',   '-',   'A',   'A',   '-',   'A',   '-',   '-',   '-'],
  'anonymous-summary': ['OR',  'S',   '-',   'W',   'W',   '-',   'R',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-'],
  'housing-plan':      ['OW',  'S',   '-',   'S',   'S',   'S',   'S',   'S',   '-',   '-',   '-',   '-',   'A',   '-',   '-',   '-',   '-',   '-',   '-'],
  'lease':             ['OR',  'S',   '-',   'R',   'R',   '-',   'T',   'T',   'RW',  '-',   '-',   '-',   'A',   '-',   '-',   '-',   '-',   '-',   '-'],
  'maintenance':       ['OW',  'S',   'A',   'R',   'R',   'RW',  'R',   '-',   'RW',  'RW',  '-',   'R',   'A',   '-',   'R',   '-',   '-',   '-',   '-'],
  'deviation':         ['OW',  'S',   'A',   'R',   'R',   'RW',  'R',   '-',   'T',   '-',   '-',   '-',   'A',   '-',   '-',   '-',   '-',   '-',   '-'],
  'residents-meeting': ['RW',  'R',   'RW',  'R',   'R',   'RW',  'R',   '-',   'R',   '-',   '-',   'R',   'R',   '-',   '-',   '-',   '-',   '-',   '-'],
  'project':           ['R',   'R',   'RW',  'R',   'R',   'R',   'R',   'R',   'RW',  '-',   '-',   'RW',  'RW',  'RW',  'R',   'RW',  '-',   '-',   '-'],
  'hearing-statement': ['-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   'RW',  'RW',  '-',   '-',   '-',   '-',   '-',   '-'],
  'access-log':        ['OR',  'OR',  '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   'R',   'R',   '-'],
  // A `hearing-statement` is one as it came, whomever it names; what is published of it is `project`.
  // The register of persons is who there is, to search and to keep; what it says of one is `identity`. A home is what stands where and in
  // what state; who lives there is `lease`. A `housing-need` is figures of who waits for what,
  // small ones left out for those who do not see the waiting list. A `case` is how any case stands: whom or what it is about is known only when it is found,
  // and then `person-case`, `project` or `shared-case` decides. Who may write an `emergency-access` may break the glass; the ombudsman reviews it. An `exception` is
  // what was done otherwise than the rule is: whole where the case is seen whole, else only as a figure; whoever reads the whole `access-log` also sees who and when.
  // A `changed-decision` is what an appeal changed and why: one by one where the case is seen whole, else only as figures.
  // An `incoming-document` is one that somebody entered on a case by hand, with whom it is from: to oneself those that are from oneself.
  // The `journal-register` names no person: it is for whoever archives and answers for what was sent. The `outgoing-post` is letters on paper
  // of cases that the reader's unit has, and that somebody has to lay in the post.
  'person-register':   ['-',   '-',   '-',   'RW',  '-',   '-',   '-',   'RW',  '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-'],
  'home':              ['OR',  'S',   '-',   'R',   'RW',  'RW',  'R',   'R',   'RW',  'R',   '-',   'R',   'R',   'A',   'R',   '-',   '-',   '-',   '-'],
  'housing-need':      ['-',   '-',   'R',   'R',   'R',   'R',   'R',   'R',   'R',   '-',   '-',   'R',   'R',   'R',   '-',   '-',   '-',   '-',   '-'],
  'case':              ['RW',  'R',   'R',   'RW',  'RW',  'RW',  'RW',  'RW',  'RW',  'RW',  'R',   'RW',  'RW',  'R',   '-',   '-',   'R',   'R',   '-'],
  'person-case':       ['OW',  'S',   '-',   'RW',  'RW',  'T',   'T',   'RW',  'T',   'T',   'T',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-'],
  'shared-case':       ['OR',  '-',   'R',   'RW',  'RW',  'R',   'R',   'R',   'R',   'R',   'R',   'RW',  'RW',  'R',   '-',   '-',   '-',   'R',   '-'],
  'user-task':         ['RW',  'R',   'RW',  'RW',  'RW',  'RW',  'RW',  'RW',  'RW',  'RW',  'RW',  'RW',  'RW',  'RW',  '-',   '-',   'RW',  'R',   '-'],
  'deadline':          ['-',   '-',   '-',   'RW',  'RW',  'W',   'W',   'RW',  'W',   '-',   'W',   'W',   'RW',  '-',   '-',   '-',   '-',   '-',   '-'],
  'figures':           ['-',   '-',   '-',   'R',   'R',   '-',   '-',   'R',   '-',   '-',   '-',   '-',   'R',   '-',   '-',   '-',   '-',   '-',   '-'],
  'attention':         ['-',   '-',   '-',   'RW',  'RW',  'RW',  'RW',  'RW',  'RW',  '-',   'RW',  'RW',  'RW',  '-',   '-',   '-',   '-',   '-',   '-'],
  'invitation':        ['-',   '-',   'RW',  '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   'R',   'R',   'R',   '-',   '-',   '-',   '-',   '-'],
  'emergency-access':  ['OR',  '-',   '-',   'W',   'W',   'W',   'W',   'W',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   'R',   '-',   '-'],
  'exception':         ['-',   '-',   '-',   'R',   'R',   'R',   'R',   'R',   'R',   '-',   'R',   'R',   'R',   '-',   '-',   '-',   'R',   'R',   '-'],
  'changed-decision':  ['-',   '-',   '-',   'R',   'R',   '-',   '-',   'R',   '-',   '-',   '-',   '-',   'R',   '-',   '-',   '-',   '-',   '-',   '-'],
  'journal-register':  ['-',   '-',   '-',   'R',   'R',   '-',   '-',   'R',   '-',   '-',   'R',   '-',   'R',   '-',   '-',   '-',   'R',   '-',   '-'],
  'incoming-document': ['OR',  '-',   '-',   'RW',  'RW',  '-',   '-',   'RW',  'RW',  '-',   'RW',  'RW',  'RW',  '-',   '-',   '-',   '-',   '-',   '-'],
  'outgoing-post':     ['-',   '-',   '-',   'RW',  'RW',  '-',   '-',   'RW',  '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-'],
  'definition':        ['R',   'R',   'R',   'R',   'R',   'R',   'R',   'R',   'R',   'R',   'R',   'R',   'R',   'R',   '-',   '-',   'R',   'RW',  '-'],
  'local-choice':      ['R',   'R',   'R',   'RW',  'RW',  'R',   'R',   'RW',  'R',   'R',   'R',   'RW',  'RW',  'R',   '-',   '-',   'R',   'R',   '-'],
  'operation':         ['-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   'RW',  '-'],
  'job':               ['-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   '-',   'RW'],
} as const satisfies Readonly<Record<string, Row>>;

/** A kind of data: a row of the table. */
export type DataKind = keyof typeof roleMatrix;

/** Which part of the data a cell is about, where it is not the whole. What is left out is left out by whoever answers. */
// prettier-ignore
export const parts: Readonly<Partial<Record<DataKind, Readonly<Partial<Record<Role, string>>>>>> = {
  identity: { te: 'tenants', vaktmester: 'name, address' },
  health: { bst: 'summary', botiltaksleder: 'need to know' },
  economy: { te: 'rent' },
  decision: { ambulant: 'own', nav: 'own', te: 'lease' },
  'waiting-list': { soker: 'place and reasons', botiltaksleder: 'own building', ambulant: 'housing first', nav: 'own clients', klagebehandler: 'snapshot' },
  lease: { ambulant: 'flag', nav: 'warning' },
  maintenance: { brukerrepresentant: 'building', vaktmester: 'no reason for the tenancy', prosjektleder: 'design faults', borettslag: 'shared areas' },
  deviation: { brukerrepresentant: 'building' },
  'residents-meeting': { soker: 'items' },
  project: { soker: 'public', brukerrepresentant: 'own checkpoint', politiker: 'decision', borettslag: 'consultation', publikum: 'public' },
  'access-log': { admin: 'technical' },
  home: { soker: 'own home', botiltaksleder: 'own building', vaktmester: 'address', prosjektleder: 'design faults', borettslag: 'own house' },
};

/**
 * Roles that see, of a case of this kind that is open to them by a task and not by their unit, nothing but that task and what its form
 * shows. Whose cell is `T` always does; these have a stronger one for cases that are theirs. NAV is to know that rent is not paid, not
 * what is written in the case; the caretaker what is broken and where, not why somebody lives there.
 */
export const seeTasksOnly: Readonly<Partial<Record<DataKind, readonly Role[]>>> = {
  'person-case': ['nav'],
  'shared-case': ['vaktmester'],
};
