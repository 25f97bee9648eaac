import type { Deadline } from '../../engine/index.js';
import { idOf } from '../../shared/id.js';
import { deadlineText } from './deadline-text.js';

const names = { nodeName: 'Behandle byggesak', nameOf: () => 'Kari Nordli' };
const deadline: Deadline = {
  rule: 'D35-12U',
  startOn: '2026-11-23',
  dueOn: '2027-03-01',
  legalOn: '2027-03-01',
  dueAt: '2027-03-01T23:00:00.000Z',
};
const fact = { node: 'behandle', deadline, by: idOf<'Actor'>('kari'), at: '2026-12-15T09:00:00.000Z' };
const pause = { pause: 1, from: '2026-12-01', ground: 'others-delay', reason: 'Fylket uttaler seg' } as const;

it.each([
  [
    { type: 'DeadlinePaused', pause, ...fact },
    'Kari Nordli stoppet klokka for «Behandle byggesak» fra tirsdag 1. desember 2026: Fylket uttaler seg (forvaltningslovforskriften § 39).',
  ],
  [
    { type: 'DeadlinePaused', pause: { ...pause, to: '2026-12-15' }, ...fact },
    'Kari Nordli stoppet klokka for «Behandle byggesak» fra tirsdag 1. desember 2026 til tirsdag 15. desember 2026: Fylket uttaler seg (forvaltningslovforskriften § 39). Ny frist: mandag 1. mars 2027.',
  ],
  [
    { type: 'DeadlineResumed', pauses: [1], on: '2026-12-15', ...fact },
    'Kari Nordli lot klokka for «Behandle byggesak» gå videre fra tirsdag 15. desember 2026. Ny frist: mandag 1. mars 2027.',
  ],
  [
    { type: 'DeadlineExtended', extension: { days: 14, reason: 'Stor sak' }, ...fact },
    'Kari Nordli forlenget fristen for «Behandle byggesak»: Stor sak. Ny frist: mandag 1. mars 2027.',
  ],
] as const)('tells %j', (event, text) => {
  expect(deadlineText(event, names)).toBe(text);
});
