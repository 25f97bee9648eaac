import type { Json, JsonObject } from '../../../../shared/json.js';
import { evaluate } from '../../../expression/evaluate.js';
import { readJuelText } from './juel-text.js';

const variables: JsonObject = {
  navn: 'kari',
  antall: 4,
  liste: [1, 2, 3],
  sak: { soker: { alder: 67 }, 'sist-endret': 'i går' },
  tom: [],
  tekst: 'hello',
  sann: true,
  usann: false,
  loopCounter: 1,
  numberOfInstances: 4,
  numberOfActiveInstances: 1,
  numberOfCompletedInstances: 3,
};

function valueOf(text: string): Json {
  const read = readJuelText(text);
  if (read.kind !== 'feel') throw new Error(`Expected '${text}' to be an expression, but: ${JSON.stringify(read)}`);
  const evaluated = evaluate(read.source, variables, { at: '2026-01-05T08:00:00.000Z' });
  if (!evaluated.ok) throw new Error(evaluated.message);
  return evaluated.value;
}

describe('JUEL means in FEEL what it means in Camunda 7', () => {
  it.each<[string, Json]>([
    ["${navn == 'kari'}", true],
    ['${now()}', '2026-01-05T08:00:00Z'],
    ['${dateTime().plusDays(antall).minusHours(2).toDate()}', '2026-01-09T06:00:00Z'],
    ['${dateTime().plusMonths(1).plusYears(1)}', '2027-02-05T08:00:00Z'],
    ["${navn.concat('-').concat(antall)}", 'kari-4'],
    ['${navn == "ola"}', false],
    ["${navn eq 'kari' and antall gt 3}", true],
    ["#{navn ne 'kari' or antall le 4}", true],
    ["${navn == 'kari' && antall > 3}", true],
    ["${navn != 'kari' || antall >= 5}", false],
    ['${antall lt 4}', false],
    ['${antall ge 4}', true],
    ['${!sann}', false],
    ['${not usann}', true],
    ['${!finnesIkke}', true],
    ['${!(antall > 9)}', true],
    ['${!usann && sann}', true],
    ['${finnesIkke == null}', true],
    ['${navn != null}', true],
    ['${empty finnesIkke}', true],
    ['${empty tom}', true],
    ['${empty tekst}', false],
    ['${not empty liste}', true],
    ['${sann ? "ja" : "nei"}', 'ja'],
    ["${antall > 9 ? 'mange' : antall > 3 ? 'noen' : 'få'}", 'noen'],
    ['${sak.soker.alder}', 67],
    ["${sak['soker'].alder}", 67],
    ["${sak['sist-endret']}", 'i går'],
    ['${liste[0]}', 1],
    ['${liste[antall - 2]}', 3],
    ['${1 + 2 * 3}', 7],
    ['${(1 + 2) * 3}', 9],
    ['${10 / 4}', 2.5],
    ['${10 div 4}', 2.5],
    ['${10 % 3}', 1],
    ['${10 mod 3}', 1],
    ['${-antall + 1}', -3],
    ['${1.5e2}', 150],
    ['${10L}', 10],
    ['${10 - 3 - 2}', 5],
    ['${1 < 2 == true}', true],
    ['${liste.size()}', 3],
    ['${liste.size() == 3 && navn.length() == 4}', true],
    ['${tom.isEmpty()}', true],
    ['${liste.contains(2)}', true],
    ["${tekst.contains('ell')}", true],
    ["${navn.equals('kari')}", true],
    ["${navn.equalsIgnoreCase('KARI')}", true],
    ["${navn.toUpperCase() == 'KARI'}", true],
    ['${antall.toString()}', '4'],
    ["${tekst.startsWith('he') and tekst.endsWith('lo')}", true],
    ['${tekst.substring(1, 3)}', 'el'],
    ['${liste.get(0)}', 1],
    ["${sak.containsKey('soker')}", true],
    ["${execution.getVariable('antall') > 3}", true],
    ["${execution.hasVariable('finnesIkke')}", false],
    ['${"it\'s"}', "it's"],
    ["${'a \\'b\\''}", "a 'b'"],
    ['${"a } b"}', 'a } b'],
    ['${true}', true],
    ['${null}', null],
    ['${ antall }', 4],
    ['Sak ${antall} for #{navn}', 'Sak 4 for kari'],
    ['PT${antall}H', 'PT4H'],
    ['${navn}${antall}', 'kari4'],
    ['Hei ${finnesIkke}!', 'Hei !'],
    ['${loopCounter}', 0],
    ['${nrOfCompletedInstances / nrOfInstances >= 0.75}', true],
    ['${nrOfActiveInstances == 1}', true],
  ])('%s', (text, expected) => {
    const value = valueOf(text);

    expect(value).toEqual(expected);
  });

  it.each([
    ['ord alene', 'ord alene'],
    ['', ''],
    ['5 kroner $ {', '5 kroner $ {'],
    ['\\${navn}', '${navn}'],
  ])('«%s» is text', (text, expected) => {
    const read = readJuelText(text);

    expect(read).toEqual({ kind: 'text', text: expected });
  });

  it.each([
    '${bønne.kjør(x)}',
    '${execution.setVariable("x", 1)}',
    '${execution.id}',
    '${task.assignee}',
    '${now(1)}',
    '${later()}',
    '${fn:length(x)}',
    '${x instanceof y}',
    '${navn',
    '${}',
    '${1 +}',
    '${a b}',
    '${a.}',
    '${a[}',
    '${(a}',
    '${"a}',
    '${a ? b}',
    '${a = 1}',
    '${x -> x}',
    `\${${'('.repeat(200)}a${')'.repeat(200)}}`,
    `\${${'!'.repeat(200)}a}`,
  ])('%s has no meaning in FEEL', (text) => {
    const read = readJuelText(text);

    expect(read).toEqual({ kind: 'untranslatable' });
  });
});
