import { readExplanationTexts } from '../../src/cases/deadlines/explanation-texts.js';
import { lengthText } from '../../src/cases/deadlines/length-text.js';
import { pauseLaws, type DeadlineRule } from '../../src/engine/index.js';
import { deadlineRegister } from './deadline-register.js';

const kinds: Readonly<Record<DeadlineRule['kind'], string>> = {
  right: 'rettighet',
  authority: 'plikt',
  guidance: 'veiledning',
  local: 'lokal',
};
const moves: Readonly<Record<DeadlineRule['rounding'], string>> = {
  forward: 'fram',
  backward: 'tilbake',
  none: 'flyttes ikke',
};

const words = { texts: await readExplanationTexts('workflows/meldinger', 'nb'), language: 'nb' } as const;
const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);

function rowOf(rule: DeadlineRule): string {
  const { id, name, start = '', law, verified, validFrom, validTo, pausable = [], extension, consequence } = rule;
  const cells = [
    id,
    consequence === undefined ? name : `${name}. ${consequence}`,
    lengthText(rule.length, words),
    start,
    kinds[rule.kind],
    moves[rule.rounding],
    verified ? law : `${law} **[K]**`,
    pausable.map((ground) => pauseLaws[ground].replace('forvaltningslovforskriften ', '')).join(', '),
    extension ?? '',
    validTo === undefined ? validFrom : `${validFrom} til ${validTo}`,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

const intro = `# Frister

Denne siden er for dem som eier prosessene. Tabellen er laget av \`workflows/frister.json\`. En test holder den ved like:
\`npm run deadlines\` skriver den på nytt.

## Slik regnes en frist

- **Dager:** Startdagen telles ikke med, siste dag telles med (domstolloven § 148).
- **Uker, måneder, år:** Fristen ender på dagen med samme navn eller nummer. Mangler måneden dagen, er det siste dag i måneden.
- **Virkedager:** mandag til fredag uten helligdager. 24. desember, 31. desember og påskeaften er ikke helligdager.
- **Lokal kalender:** \`workflows/kalender.json\` har dagene kommunen selv holder stengt. De gjelder bare for lokale frister.
- **Flyttes fram:** Ender en rettighet på en lørdag, søndag eller helligdag, går den ut neste virkedag (domstolloven § 149).
- **Flyttes tilbake:** For våre egne plikter arbeider vi mot siste virkedag før. Vi viser også dagen loven gir: to klokker.
- **Timer:** Alle timer telles, også over natta når klokka stilles.
- **Døgnets slutt:** Fristen går ut klokka 24 i Norge, også de to døgnene i året som har 23 og 25 timer.

## De to klokkene

Vårt mål (\`dueOn\`) og lovens siste dag (\`legalOn\`) har hver sin alarm. Er målet over og oppgaven ikke gjort, får lederen
beskjed. Om morgenen på siste dag får den som har oppgaven en påminnelse, og lederen for enheten får beskjed. Er også siste
dag over, får lederen beskjed igjen. Begge bruddene står i sakens historie. Har fristen bare én dato, sies det én gang.
Ledere ser antall brutte frister etter regel i \`GET /api/v1/missed-deadlines?from=…&to=…\`.

## Påminnelser og eskaleringer

Hver regel i \`workflows/frister.json\` kan ha en stige (\`ladder\`, og \`legalLadder\` fram mot lovens siste dag). Hvert trinn sier når
(\`offset\`, dager fra fristen), og til hvem (\`to\`: den som har oppgaven, lederen for enheten, den som har saken, vikaren, eller en
gruppe). Et trinn kan også si hvordan (\`channel\`: \`email\`, \`sms\`, \`digitalpost\` eller \`inbox\`) og med hvilken tekst (\`text\`: en
tekst fra \`tekster\` i \`workflows/meldinger/varsler.<språk>.json\`, på alle språkene). Sier det ingenting, gjelder
\`workflows/varsling.json\` og teksten for slaget. Den som ikke kan nås slik, får meldingen slik vedkommende ellers får dem. En
tekstmelding sier aldri hva saken gjelder; \`sms\` i teksten er ordene ansatte får, og søkere får alltid de nøytrale.

## Når klokka står

En frist kan settes på vent bare av grunnene i tabellen (forvaltningslovforskriften §§ 37–39). Hver pause har en grunn som
vises i saken. Dagene etter den første dagen, til og med dagen klokka går igjen, telles ikke. Pauser som overlapper, telles
én gang. En frist på pause glemmes ikke: Etter 14 dager, eller det antallet regelen har i \`pauseReminder\`, får den som har
oppgaven beskjed. Deretter får lederen for enheten beskjed like ofte, til fristen tas opp igjen.

En rettighet for innbyggeren kan aldri settes på vent. En frist som forlenges, må ha en hjemmel i tabellen.

## Oppgaver uten frist i registeret

En oppgave kan ha en dato fra diagrammet (\`dueDate\`) eller fra en person. Da går det én påminnelse når datoen kommer. Flyttes
datoen, flytter påminnelsen seg. Datoen til en frist i registeret kan bare flyttes med pause eller forlengelse.

## Når loven endres

En frist følger regelen som gjaldt dagen den begynte å løpe, også etter at regelen er endret. En ny utgave får en egen rad med
\`validFrom\`, og den gamle får \`validTo\` samme dag. Regler som er vedtatt, men ikke i kraft, ligger i
\`workflows/kommende-frister.json\`. Sett \`inForceFrom\` når datoen er kjent.

## Prøvd mot en egen utregning

Datoene prøves mot en utregning som teller dag for dag og ikke bruker motorens kalender: hver dag fra 2024 til 2040 for alle
regler, og tilfeldige frister med pauser som overlapper, og forlengelser. \`npm test\` har den korte prøven.
\`npm run deadlines -- --cases 5000000 --seed 1\` er den lange.

## Registeret

**[K]** betyr at lovstedet ikke er kontrollert mot gjeldende tekst.
`;

const header = [
  '| id | frist | lengde | klokka starter når | slag | på fridag | hjemmel | kan settes på vent | kan forlenges | gjelder fra |',
  '| - | - | - | - | - | - | - | - | - | - |',
];

/** The page on deadlines for process owners, as the register has them. */
export const deadlinePage = [intro, ...header, ...deadlineRegister.map(rowOf), ''].join('\n');
