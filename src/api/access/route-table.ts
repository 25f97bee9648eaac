import type { DataKind } from '../../cases/access/role-matrix.js';
import type { Right } from '../../cases/access/may.js';
import type { routes } from '../../contract/routes.contract.js';

/** A route of the API: its method and its path as the contract writes it. */
export type RouteName = `${'GET' | 'POST' | 'PUT' | 'DELETE'} ${(typeof routes)[keyof typeof routes]}`;

/**
 * What a route needs: a right to a kind of data in the role matrix; `signed-in` where everybody has something of their own to ask
 * for; `public` where nobody need be logged in.
 */
export type RouteNeed = readonly [Right, DataKind] | 'signed-in' | 'public';

/**
 * What every route needs, before anything is looked for: who could never use it is refused (403). What is then found is refused as if it did
 * not exist (404) by the rule of its kind. A route that is not here answers nobody, and fails the build.
 */
export const routeTable: Readonly<Partial<Record<RouteName, RouteNeed>>> = {
  'GET me': 'signed-in',
  'GET me/reads': 'signed-in',
  'GET events': 'signed-in',
  'GET crisis-help': 'signed-in',
  'GET me/notices': 'signed-in',
  'GET me/notice-preference': 'signed-in',
  'POST me/notice-preference': 'signed-in',
  'GET absences': 'signed-in',
  'POST absences': 'signed-in',
  'POST absences/change': 'signed-in',
  'POST absences/end': 'signed-in',

  'GET definitions': ['read', 'definition'],
  'POST definitions': ['write', 'definition'],
  'GET definitions/:key': ['read', 'definition'],
  'GET definitions/:key/versions/:version/xml': ['read', 'definition'],
  'GET definitions/:key/migration-plan': ['read', 'operation'],

  'GET process-instances': ['read', 'case'],
  'POST process-instances': ['write', 'case'],
  'GET process-instances/:id': ['read', 'case'],
  'GET process-instances/:id/journal': ['read', 'case'],
  'GET process-instances/:id/xml': ['read', 'case'],
  'GET process-instances/:id/notices': ['read', 'case'],
  'GET process-instances/:id/wind-down': ['read', 'case'],
  'POST process-instances/:id/attention': ['write', 'attention'],
  'POST process-instances/:id/emergency-access': ['write', 'emergency-access'],
  'GET cases-without-attention': ['read', 'attention'],
  'GET journeys': ['read', 'case'],
  'GET journeys/:id': ['read', 'case'],
  'GET projects': ['read', 'project'],
  'GET projects/:id': ['read', 'project'],
  // A hearing is for everybody who sees projects, and whoever may read it may speak.
  'GET projects/:id/statements': ['read', 'project'],
  'POST projects/:id/statements': ['read', 'project'],
  'GET projects/:id/statements/originals': ['read', 'hearing-statement'],
  'POST projects/:id/statements/:statement/redact': ['write', 'hearing-statement'],

  // What is on hearing is for everybody to read and to speak of (plan- og bygningsloven § 12-10).
  'GET public/hearings/:id': 'public',
  'POST public/hearings/:id/statements': 'public',

  'GET user-tasks': ['read', 'user-task'],
  'GET user-tasks/:id': ['read', 'user-task'],
  'POST user-tasks/:id/claim': ['write', 'user-task'],
  'POST user-tasks/:id/unclaim': ['write', 'user-task'],
  'POST user-tasks/:id/complete': ['write', 'user-task'],
  'GET user-tasks/:id/meeting': ['read', 'user-task'],
  'POST user-tasks/:id/meeting': ['write', 'user-task'],
  'POST user-tasks/:id/meeting/cancel': ['write', 'user-task'],
  'POST user-tasks/:id/deadline/pause': ['write', 'deadline'],
  'POST user-tasks/:id/deadline/resume': ['write', 'deadline'],
  'POST user-tasks/:id/deadline/extend': ['write', 'deadline'],
  'GET missed-deadlines': ['read', 'deadline'],
  // Figures: the matrix says who may count.
  'GET reports/stuck': 'signed-in',
  'GET figures': ['read', 'figures'],
  'GET figures/file': ['read', 'figures'],
  'GET figures/kostra': ['read', 'figures'],
  'GET figures/kostra/file': ['read', 'figures'],
  'GET participation/invitations': ['read', 'invitation'],
  'GET participation/report': ['read', 'invitation'],
  'POST participation/invitations/:taskId/answer': ['write', 'invitation'],

  'GET persons': ['read', 'person-register'],
  'POST persons': ['write', 'person-register'],
  'GET persons/me': 'signed-in',
  'GET persons/:id': ['read', 'identity'],
  'POST persons/:id/change': ['write', 'person-register'],
  'POST persons/:id/representatives': ['write', 'person-register'],
  'POST persons/:id/representatives/:representative/end': ['write', 'person-register'],
  'POST households': ['write', 'person-register'],
  'GET households/:id': ['read', 'person-register'],
  'POST households/:id/change': ['write', 'person-register'],

  'GET applications': ['read', 'application'],
  'GET applications/:id': ['read', 'application'],
  'POST applications/forward': ['write', 'application'],

  'GET process-instances/:id/decisions': ['read', 'decision'],
  'GET process-instances/:id/records': ['read', 'health'],
  'GET decisions/:id': ['read', 'decision'],
  'POST decisions/:id/appeals': ['read', 'decision'],
  'POST decisions/:id/reasons-requests': ['read', 'decision'],

  'GET letters/:id/pdf': ['read', 'case'],
  // Figures only are open to some: the route decides by the matrix.
  'GET waiting-list': 'signed-in',
  'GET rounds': ['read', 'waiting-list'],
  'GET rounds/:id': ['read', 'waiting-list'],
  'GET offers': ['read', 'user-task'],
  'GET offers/:id': ['read', 'user-task'],
  'GET process-instances/:id/waiting-place': ['read', 'waiting-list'],
  'POST process-instances/:id/waiting-place/correct': ['read', 'waiting-list'],
  // Figures only are open to some: the rule of the list says what each may see.
  'GET housing-needs': ['read', 'housing-need'],
  'GET needs-pictures': ['read', 'housing-need'],
  // The key is no secret: whoever waits may know by what.
  'GET priority-rule': 'signed-in',
  'GET priority-rule/versions/:version/xml': 'signed-in',
  'POST priority-rule/comparisons': 'signed-in',
  'POST priority-rule/proposals': ['write', 'waiting-list'],

  'GET buildings': ['read', 'home'],
  'POST buildings': ['write', 'home'],
  'GET buildings/:id': ['read', 'home'],
  'POST buildings/:id/correct': ['write', 'home'],
  'POST buildings/:id/staffing': ['read', 'home'],
  'POST buildings/:id/freeze': ['write', 'home'],
  'GET buildings/:id/meetings': ['read', 'residents-meeting'],
  'POST buildings/:id/agenda-items': ['write', 'residents-meeting'],
  // Who sees figures only has no right to the reports themselves: the route decides by the matrix.
  'GET buildings/:id/safety': 'signed-in',
  'POST safety-reports': ['write', 'deviation'],
  'GET safety-reports/:id': 'signed-in',
  'GET home-export': ['read', 'home'],
  'GET home-export/file': ['read', 'home'],
  'POST home-import': ['write', 'home'],
  'GET homes': ['read', 'home'],
  'POST homes': ['write', 'home'],
  'GET homes/:id': ['read', 'home'],
  'POST homes/:id/correct': ['write', 'home'],
  'POST homes/:id/reservations': ['write', 'home'],
  'POST homes/:id/reservations/:reservation/release': ['write', 'home'],
  'POST homes/:id/tenancies': ['write', 'lease'],
  'POST homes/:id/tenancies/:tenancy/correct': ['write', 'lease'],
  'POST homes/:id/tenancies/:tenancy/end': ['write', 'lease'],
  'POST rent-import': ['write', 'lease'],
  'POST rent-import/file': ['write', 'lease'],
  'GET rent-arrears/file': ['read', 'lease'],
  'GET rent-arrears': ['read', 'lease'],
  'GET homes/:id/tenancies/:tenancy/rent': ['read', 'lease'],
  // Hers alone to say, though she may only read the rest of her lease.
  'POST homes/:id/tenancies/:tenancy/nav-notice': ['read', 'lease'],

  'GET incidents': ['read', 'operation'],
  'POST incidents/:id/assign': ['write', 'operation'],
  'POST incidents/:id/resolve': ['write', 'operation'],
  'POST process-instances/:id/suspend': ['write', 'operation'],
  'POST process-instances/:id/resume': ['write', 'operation'],
  'POST process-instances/:id/cancel': ['write', 'operation'],
  'POST process-instances/:id/modify': ['write', 'operation'],
  'POST process-instances/:id/variables': ['write', 'operation'],
  'GET process-instances/:id/timers': ['read', 'operation'],
  'POST process-instances/:id/timers/:timer/change': ['write', 'operation'],
  'POST process-instances/:id/migrate': ['write', 'operation'],
  'POST process-instances/:id/migrate/dry-run': ['read', 'operation'],
  'POST process-instances/:id/restart': ['write', 'operation'],
  'POST process-instances/:id/delete': ['write', 'operation'],
  'GET process-instances/:id/export': ['read', 'operation'],
  'GET deleted-process-instances': ['read', 'operation'],
  'GET batches': ['read', 'operation'],
  'POST batches': ['write', 'operation'],
  'GET batches/:id': ['read', 'operation'],
  'GET batches/:id/items': ['read', 'operation'],
  'POST batches/:id/pause': ['write', 'operation'],
  'POST batches/:id/resume': ['write', 'operation'],
  'POST batches/:id/cancel': ['write', 'operation'],
  'GET messages': ['read', 'operation'],
  'POST messages': ['write', 'operation'],
  'GET undelivered-notices': ['read', 'operation'],
  'POST notice-bounces': ['write', 'operation'],
  'GET jobs': ['read', 'operation'],
  'GET job-types': ['read', 'operation'],
  'POST job-types': ['write', 'operation'],

  'POST jobs/activate': ['read', 'job'],
  'POST jobs/:id/extend': ['write', 'job'],
  'POST jobs/:id/complete': ['write', 'job'],
  'POST jobs/:id/fail': ['write', 'job'],
  'POST jobs/:id/error': ['write', 'job'],

  'GET demo/personas': 'public',
  'GET demo/clock': 'signed-in',
  'POST demo/clock/advance': 'signed-in',
  'GET demo/mailbox': 'signed-in',
  'GET demo/mailbox/:id': 'signed-in',
};
