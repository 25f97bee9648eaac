import type { JsonObject } from '../../shared/json.js';
import { evaluate } from './evaluate.js';

const valueOf = (source: string, variables: JsonObject = {}) => {
  const evaluation = evaluate(source, variables);
  return evaluation.ok ? evaluation.value : { failed: evaluation.message };
};

describe('an expression', () => {
  it.each<[string, JsonObject, unknown]>([
    ['svar = "ja"', { svar: 'ja' }, true],
    ['soknad.belop > 2 and svar != "nei"', { soknad: { belop: 3 }, svar: 'ja' }, true],
    ['if antall > 3 then "mange" else "få"', { antall: 4 }, 'mange'],
    ['{navn: soknad.navn, antall: antall + 1}', { soknad: { navn: 'Siv' }, antall: 1 }, { navn: 'Siv', antall: 2 }],
    ['count(tilbud[svar = "ja"])', { tilbud: [{ svar: 'ja' }, { svar: 'nei' }] }, 1],
    ['for bolig in boliger return bolig.adresse', { boliger: [{ adresse: 'Gate 1' }] }, ['Gate 1']],
    ['tilbud[1].svar', { tilbud: [{ svar: 'ja' }] }, 'ja'],
    ['tilbud.svar', { tilbud: [{ svar: 'ja' }, { svar: 'nei' }] }, ['ja', 'nei']],
    ['string length(navn)', { navn: 'Ærlig' }, 5],
    ['frist instance of string', { frist: 'x' }, true],
    ['"bare tekst"', {}, 'bare tekst'],
    ['null', {}, null],
    ['true', {}, true],
  ])('%s with %j is %j', (source, variables, expected) => {
    const value = valueOf(source, variables);

    expect(value).toEqual(expected);
  });

  it('gives dates and durations as ISO 8601 texts', () => {
    const value = valueOf('{ dag: date("2026-01-31") + duration("P1M"), frist: duration("P21D") }');

    expect(value).toEqual({ dag: '2026-02-28', frist: 'P21D' });
  });

  it('reads a variable or a key that is missing as null', () => {
    const variables = { soknad: { navn: 'Siv' } };

    const values = ['ukjent', 'soknad.ukjent.dypere', 'ukjent = null', 'ukjent > 3'].map((it) =>
      valueOf(it, variables),
    );

    expect(values).toEqual([null, null, true, null]);
  });

  it.each<[string, JsonObject]>([
    ['antall + 1', {}],
    ['navn + 1', { navn: 'Siv' }],
    ['date(dag)', { dag: 'i morgen' }],
    ['duration("P3W")', {}],
  ])('has no value but a message when a type is wrong: %s', (source, variables) => {
    const evaluation = evaluate(source, variables);

    expect(evaluation.ok).toBe(false);
  });

  it('does not repeat values of the case in its message', () => {
    const evaluation = evaluate('date(dag)', { dag: '01017012345' });

    expect(evaluation).toEqual({ ok: false, message: expect.not.stringContaining('01017012345') });
  });
});

describe('a variable', () => {
  it('called now, count or date is read by its name, and shadows no function', () => {
    const variables = { count: 7, date: 'x', now: 'y', liste: [1, 2] };

    expect(valueOf('count(liste)', variables)).toBe(2);
    expect(valueOf('string(date("2026-01-01"))', variables)).toBe('2026-01-01');
    expect(valueOf('count > 6 and date = "x" and now = "y"', variables)).toBe(true);
  });

  it('whose name looks like code does not change what the code means', () => {
    const variables = { a: { b: 1, 'b + 1': 99 }, 'a + 1': 98, 'a.b + 1': 97 };

    expect(valueOf('a.b + 1', variables)).toBe(2);
  });

  it('keeps odd keys when it is passed on whole', () => {
    const variables = { soknad: { 'for- og etternavn': 'Siv Dahl' }, n: 1 };

    expect(valueOf('{ kopi: soknad, n: n }', variables)).toEqual({ kopi: variables.soknad, n: 1 });
  });

  it('gives no way to the objects of the machine it runs on', () => {
    const variables = { x: { y: 1 }, liste: [1] };
    const sources = ['x.constructor', 'x.__proto__', 'x.toString', 'constructor', '"a".length'];

    expect(sources.map((source) => valueOf(source, variables))).toEqual(sources.map(() => null));
    expect(valueOf('liste.constructor', variables)).toEqual([null]);
  });

  it('cannot bring a prototype along', () => {
    const variables: JsonObject = JSON.parse('{"x": {"__proto__": {"admin": true}, "y": 1}}');

    expect(valueOf('x.admin', variables)).toBeNull();
    expect(JSON.stringify(valueOf('{ x: x }', variables))).toBe('{"x":{"y":1}}');
  });
});

describe('a loop', () => {
  it('inside another stops at lists of 300 items', () => {
    const source = 'for a in liste return count(liste[item > a])';

    const small = evaluate(source, { liste: Array.from({ length: 300 }, (_, n) => n) });
    const large = evaluate(source, { liste: Array.from({ length: 301 }, (_, n) => n) });

    expect([small.ok, large.ok]).toEqual([true, false]);
  });
});
