import { flow, flows, processXml, userTask } from '../../../test/support/bpmn-xml.js';
import { readBpmn } from '../bpmn/read-bpmn.js';
import { describeProcess } from './describe-process.js';

async function linesOf(content: string, beside = ''): Promise<readonly string[]> {
  const reading = await readBpmn(processXml(content, beside));
  const [definition] = reading.ok ? reading.definitions : [];
  if (definition === undefined) throw new Error(JSON.stringify(reading));
  return describeProcess(definition).map(({ name, depth, next }) => `${depth} ${name}: ${next.join(' ')}`);
}

const timer = (child: string, attributes = ''): string =>
  `<timerEventDefinition ${attributes}>${child}</timerEventDefinition>`;

describe('the text twin', () => {
  it('reads along the flows, the first way out first, joins after all that leads to them', async () => {
    const lines = await linesOf(
      `<endEvent id="slutt"/>${userTask('nei')}${userTask('ja')}<exclusiveGateway id="valg" name="Passer det?" default="valg-nei"/>
       <exclusiveGateway id="samling"/><startEvent id="start" name="Søknad kom"/>
       ${flows('start > valg')}${flow('valg', 'ja', 'svar = "ja"')}${flow('valg', 'nei')}${flows('ja > samling', 'nei > samling', 'samling > slutt')}`,
    );

    expect(lines).toEqual([
      '0 Søknad kom: Går videre til «Passer det?».',
      '0 Passer det?: Hvis svar = "ja": går videre til «ja». Ellers: går videre til «nei».',
      '0 ja: Går videre til «Slutt».',
      '0 nei: Går videre til «Slutt».',
      '0 Slutt: Saken er ferdig.',
    ]);
  });

  it('tells what runs at the same time and where it meets', async () => {
    const lines = await linesOf(
      `<startEvent id="start"/><parallelGateway id="del"/>${userTask('a')}${userTask('b')}<parallelGateway id="saml"/><endEvent id="slutt"/>
       ${flows('start > del', 'del > a > saml', 'del > b > saml', 'saml > slutt')}`,
    );

    expect(lines.slice(1, 5)).toEqual([
      '0 Parallelle veier: Samtidig: går videre til «a». Samtidig: går videre til «b».',
      '0 a: Går videre til «Veiene møtes».',
      '0 b: Går videre til «Veiene møtes».',
      '0 Veiene møtes: Når alle veiene er framme: går videre til «Slutt».',
    ]);
  });

  it('tells what is sent, thrown and escalated, and how an event sub-process begins', async () => {
    const event = (id: string, definition: string): string =>
      `<subProcess id="${id}" name="Trukket" triggeredByEvent="true"><startEvent id="${id}-start">${definition}</startEvent>
        <endEvent id="${id}-slutt"><errorEventDefinition errorRef="feil"/></endEvent>${flows(`${id}-start > ${id}-slutt`)}</subProcess>`;
    const lines = await linesOf(
      `<startEvent id="start"/><intermediateThrowEvent id="varsle" name="Varsle"><signalEventDefinition signalRef="alarm"/></intermediateThrowEvent>
       <endEvent id="slutt"><terminateEventDefinition/></endEvent>${flows('start > varsle > slutt')}
       ${event('ved', '<messageEventDefinition messageRef="melding"/>')}`,
      '<signal id="alarm" name="brann"/><message id="melding" name="trukket"/><error id="feil" name="Trukket" errorCode="TRUKKET"/>',
    );

    expect(lines).toEqual([
      '0 Trukket: Når meldingen «trukket» kommer: begynner, og resten rundt avbrytes.',
      '1 Start: Når meldingen «trukket» kommer: går videre til «Slutt».',
      '1 Slutt: Melder feilen «TRUKKET».',
      '0 Start: Går videre til «Varsle».',
      '0 Varsle: Sender signalet «brann» til alle som venter på det. Går videre til «Slutt».',
      '0 Slutt: Avslutter alt som pågår her. Saken er ferdig.',
    ]);
  });

  it('tells what happens when the deadline is over, and steps into a sub-process', async () => {
    const inside = `<startEvent id="inne"/>${userTask('vurder')}<endEvent id="ute"/>${flows('inne > vurder > ute')}`;
    const lines = await linesOf(
      `<startEvent id="start"/><subProcess id="sak" name="Saken">${inside}</subProcess><endEvent id="slutt"/>${userTask('purr')}
       <boundaryEvent id="frist" attachedToRef="sak" cancelActivity="false">${timer('', 'boligflyt:deadline="D02" boligflyt:shift="-P7D"')}</boundaryEvent>
       ${flows('start > sak > slutt', 'frist > purr > slutt')}`,
    );

    expect(lines.slice(1, 4)).toEqual([
      '0 Saken: Går videre til «Slutt». 7 dager før fristen D02: «purr» starter ved siden av.',
      '1 Start: Går videre til «vurder».',
      '1 vurder: Går videre til «Slutt».',
    ]);
    expect(lines).toContain('1 Slutt: «Saken» er ferdig.');
  });

  it.each([
    [timer('<timeDuration>P3W</timeDuration>'), 'Etter 3 uker: går videre til «Slutt».'],
    [timer('<timeDuration>P1DT12H</timeDuration>'), 'Etter 1 dag og 12 timer: går videre til «Slutt».'],
    [timer('<timeDuration>=ventetid</timeDuration>'), 'Etter tiden i «ventetid»: går videre til «Slutt».'],
    [timer('', 'boligflyt:deadline="D30"'), 'Etter fristen D30: går videre til «Slutt».'],
    [timer('', 'boligflyt:deadline="D11" boligflyt:shift="P0D"'), 'På fristdagen for D11: går videre til «Slutt».'],
    ['<messageEventDefinition messageRef="m"/>', 'Når meldingen «svar» kommer: går videre til «Slutt».'],
  ])('tells what an event waits for: %s', async (trigger, sentence) => {
    const lines = await linesOf(
      `<startEvent id="start"/><intermediateCatchEvent id="vent">${trigger}</intermediateCatchEvent><endEvent id="slutt"/>${flows('start > vent > slutt')}`,
      '<message id="m" name="svar"/>',
    );

    expect(lines[1]).toBe(`0 Venting: ${sentence}`);
  });

  it.each([
    ['R/2026-01-06T09:00/P7D', 'Hver 7. dag'],
    ['R/P1W', 'Hver uke'],
    ['R/P1Y', 'Hvert år'],
    ['R/PT12H', 'Hver gang det har gått 12 timer'],
  ])('tells how often a process starts by itself: %s', async (cycle, often) => {
    const lines = await linesOf(
      `<startEvent id="start">${timer(`<timeCycle>${cycle}</timeCycle>`)}</startEvent><endEvent id="slutt"/>${flows('start > slutt')}`,
    );

    expect(lines[0]).toBe(`0 Start: ${often}: går videre til «Slutt».`);
  });

  it.each([
    ['one', ''],
    ['all', ' (det som ble forsinket, tas igjen én for én)'],
    ['none', ' (det som ble forsinket, hoppes over)'],
  ])('tells what becomes of missed rings: %s', async (misfire, said) => {
    const cycle = timer('<timeCycle>R/P1W</timeCycle>', `boligflyt:misfire="${misfire}"`);
    const lines = await linesOf(
      `<startEvent id="start">${cycle}</startEvent><endEvent id="slutt"/>${flows('start > slutt')}`,
    );

    expect(lines[0]).toBe(`0 Start: Hver uke${said}: går videre til «Slutt».`);
  });
});
