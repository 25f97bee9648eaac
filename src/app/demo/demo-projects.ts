import type { LocalDate } from '../../shared/time.js';
import type { DemoStep } from './demo-step.js';
import { ladeHouses } from './lade-houses.js';
import { doneBy, need, participation, picture, principle, proposal, start } from './project-steps.js';
import { smallHouses } from './small-houses.js';
import { womensCentre } from './womens-centre.js';

// Being rebuilt after the fire (domain register §8, JAR). The search for sites is late.
const rebuilding = (): DemoStep[] => {
  const name = 'jarleveien-ombygging';
  const per = doneBy(name, 'per');
  const knut = doneBy(name, 'knut');
  return [
    start('2026-03-02', name, 'Jarleveien ombygging'),
    per('2026-03-16', need(6, 'Seks venter på et hus som ikke kan ta imot noen.')),
    ...participation(name, {
      ...{ asked: '2026-03-17', met: '2026-04-09', noted: '2026-04-14' },
      question: 'Hva skal med videre fra Jarleveien, og hva skal ikke?',
      said: 'Husmøtene og dem som jobber der. Ikke de lange gangene.',
      became: ['fulgt', 'Husmøter og base er tatt inn i behovsbildet.'],
    }),
    knut('2026-04-22', picture('Mindre hus, åtte boliger i hvert, med base.', 16)),
    per('2026-05-11', proposal('Ombygging i Jarleveien etter sak 198/21.')),
    ...participation(name, {
      ...{ asked: '2026-05-12', met: '2026-06-02', noted: '2026-06-05' },
      question: 'Hva vil du at politikerne skal vite?',
      said: 'Si fra i god tid før noen må flytte.',
      became: ['fulgt', 'Uttalelsen ligger ved saken, ordrett.'],
    }),
    knut('2026-08-20', principle('PS 97/26')),
    { kind: 'claim', on: '2026-08-21', name, task: 'finn-tomter', by: 'knut' },
  ];
};

const sharedHomes = (): DemoStep[] => {
  const name = 'bofellesskap-med-base';
  return [
    start('2026-11-09', name, 'Bofellesskap 6–8 med base'),
    { kind: 'claim', on: '2026-11-10', name, task: 'samle-behov', by: 'per' },
  ];
};

/** The day on which the oldest project begins, and the demo's past with it. */
export const PROJECTS_BEGIN: LocalDate = '2023-09-04';

/** Five housing projects (domain register §8): in phases 6, 4, 3 and 1, and one that is built and being evaluated. */
export const demoProjects = (): readonly DemoStep[] => [
  ...['medvirkningspunkt', 'lokalt-valg', 'prosjektevaluering', 'boligutvikling'].map((folder): DemoStep => ({
    kind: 'deploy',
    on: PROJECTS_BEGIN,
    folder,
  })),
  ...ladeHouses,
  ...womensCentre,
  ...smallHouses,
  ...rebuilding(),
  ...sharedHomes(),
];
