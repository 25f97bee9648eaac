import { context, decision, dmnXml, formalParameters, input, knowledge, literal } from '../../support/dmn-xml.js';
import { evaluateDmn, valueOfDmn } from '../../support/evaluate-dmn.js';

const only = (logic: string, typeRef?: string): string =>
  dmnXml(decision('Result', logic, typeRef === undefined ? {} : { typeRef }));
const valueOf = (logic: string): Promise<unknown> => valueOfDmn(only(logic), 'Result');
const child = (name: string, text: string): string => `<${name}>${literal(text)}</${name}>`;

describe('DMN 1.5 §10.2.1.4 a boxed context', () => {
  it('is a context whose entries see those before them', async () => {
    expect(await valueOf(context(['a', literal('2')], ['b c', literal('a * 3')], ['d', literal('b c + 1')]))).toEqual({
      a: 2,
      'b c': 6,
      d: 7,
    });
  });

  it('gives its result where the last entry has no name', async () => {
    expect(await valueOf(context(['a', literal('2')], ['', literal('a + 40')]))).toBe(42);
  });

  it('makes an entry that is not of its type null', async () => {
    expect(await valueOf(context(['a', literal('"x"'), 'number'], ['', literal('a = null')]))).toBe(true);
  });
});

describe('DMN 1.5 §10.2.1.5 and §10.2.1.6 lists and relations', () => {
  it('a list has its items in order', async () => {
    expect(await valueOf(`<list>${literal('1')}${literal('"b"')}<list>${literal('null')}</list></list>`)).toEqual([
      1,
      'b',
      [null],
    ]);
  });

  it('a relation is a list of contexts by column', async () => {
    const columns = '<column name="name"/><column name="Home Town" typeRef="string"/>';
    const rows = `<row>${literal('"Ola"')}${literal('"Oslo"')}</row><row>${literal('"Kari"')}${literal('5')}</row>`;

    expect(await valueOf(`<relation>${columns}${rows}</relation>`)).toEqual([
      { name: 'Ola', 'Home Town': 'Oslo' },
      { name: 'Kari', 'Home Town': null },
    ]);
  });
});

describe('DMN 1.5 §10.2.1.7 functions', () => {
  const twice = `<functionDefinition>${formalParameters('n:number')}${literal('n * 2')}</functionDefinition>`;

  it('a function definition can be called by place and by name, and sees the names around it', async () => {
    expect(await valueOf(context(['twice', twice], ['', literal('twice(4) + twice(n: 1)')]))).toBe(10);
  });

  it('an argument that is not of its parameter’s type is null in the function', async () => {
    const isNull = `<functionDefinition>${formalParameters('n:number')}${literal('n = null')}</functionDefinition>`;

    expect(await valueOf(context(['f', isNull], ['', literal('f("x")')]))).toBe(true);
  });

  it.each(['Java', 'PMML'])(
    'of kind %s is refused, and null with a reason where the model is read leniently',
    async (kind) => {
      const xml = only(
        context(
          ['f', twice.replace('<functionDefinition>', `<functionDefinition kind="${kind}">`)],
          ['', literal('f(1)')],
        ),
      );

      await expect(evaluateDmn(xml, 'Result')).rejects.toThrow('invalid-expression');
      const { value, warnings } = await evaluateDmn(xml, 'Result', { isLenient: true });
      expect(value).toBeNull();
      expect(warnings).toEqual([`Result: Expected a function of kind FEEL, but 'Result' is of kind ${kind}`]);
    },
  );
});

describe('DMN 1.5 §7.3.6 an invocation', () => {
  const score = knowledge('Score', 'age:number bonus:number', literal('age + (if bonus = null then 0 else bonus)'));
  const invoke = (name: string, bindings: string): string =>
    dmnXml(
      score +
        decision('Result', `<invocation>${literal(name)}${bindings}</invocation>`, { requires: 'knowledge:Score' }),
    );
  const bind = (name: string, text: string): string => `<binding><parameter name="${name}"/>${literal(text)}</binding>`;

  it('binds parameters by name, whatever their order; one without binding is null', async () => {
    expect(await valueOfDmn(invoke('Score', bind('bonus', '5') + bind('age', '40')), 'Result')).toBe(45);
    expect(await valueOfDmn(invoke('Score', bind('age', '40')), 'Result')).toBe(40);
  });

  it('is null with a reason where there is no such parameter, or no such function', async () => {
    const stranger = await evaluateDmn(invoke('Score', bind('years', '40')), 'Result');
    const nobody = await evaluateDmn(invoke('Nothing', bind('age', '40')), 'Result');

    expect(stranger).toMatchObject({
      value: null,
      warnings: ["Result: Expected a parameter called 'years', but the function has none"],
    });
    expect(nobody.value).toBeNull();
    expect(nobody.warnings.at(-1)).toBe(
      'Result: Expected an invocation to call a function, but there is none by that name',
    );
  });
});

describe('DMN 1.5 §10.2.1.9 a boxed conditional', () => {
  const choose = (condition: string): Promise<unknown> =>
    valueOf(`<conditional>${child('if', condition)}${child('then', '"yes"')}${child('else', '"no"')}</conditional>`);

  it('is then where the condition is true, else where it is false or null, and null where it is neither', async () => {
    expect(await Promise.all(['true', 'false', 'null', '"abc"'].map(choose))).toEqual(['yes', 'no', 'no', null]);
  });
});

describe('DMN 1.5 §10.2.1.8 boxed iterators', () => {
  const iterate = (kind: string, list: string, body: string): Promise<unknown> => {
    const inner = kind === 'for' ? 'return' : 'satisfies';
    return valueOf(`<${kind} iteratorVariable="n">${child('in', list)}${child(inner, body)}</${kind}>`);
  };

  it('for gives what its body gives for each item, with the results so far as partial', async () => {
    expect(await iterate('for', '[1, 2, 3]', 'n * 2')).toEqual([2, 4, 6]);
    expect(await iterate('for', '[]', 'n * 2')).toEqual([]);
    expect(await iterate('for', '[1, 2, 3]', 'n + count(partial)')).toEqual([1, 3, 5]);
  });

  it('for goes through a range, up and down, and through days', async () => {
    expect(await iterate('for', '[2..4]', 'n')).toEqual([2, 3, 4]);
    expect(await iterate('for', '[@"2026-01-31"..@"2026-02-02"]', 'string(n)')).toEqual([
      '2026-01-31',
      '2026-02-01',
      '2026-02-02',
    ]);
  });

  it('are null with a reason where there is nothing to go through', async () => {
    expect(await iterate('for', 'null', 'n')).toBeNull();
    expect(await iterate('some', '[1.5..2]', 'true')).toBeNull();
    expect(await iterate('every', '5', 'n = 5')).toBe(true);
  });

  it('some and every are true, false, or null where an answer is missing', async () => {
    expect(await iterate('some', '[1, 2, 3]', 'n > 2')).toBe(true);
    expect(await iterate('some', '[1, 2]', 'n > 2')).toBe(false);
    expect(await iterate('every', '[3, 4]', 'n > 2')).toBe(true);
    expect(await iterate('every', '[1, null]', 'n > 2')).toBe(false);
    expect(await iterate('every', '[3, null]', 'n > 2')).toBeNull();
    expect(await iterate('some', '[1, 2]', 'if n = 1 then "abc" else true')).toBeNull();
  });
});

describe('DMN 1.5 §10.2.1.10 a boxed filter', () => {
  const filter = (list: string, match: string): Promise<unknown> =>
    valueOf(`<filter>${child('in', list)}${child('match', match)}</filter>`);

  it('keeps the items for which the match is true', async () => {
    expect(await filter('[1, 2, 3, 4, 5]', 'item >= 3')).toEqual([3, 4, 5]);
    expect(await filter('[1, 2]', 'item > 5')).toEqual([]);
    expect(await filter('[{a: 1}, {a: 2}]', 'a = 2')).toEqual([{ a: 2 }]);
    expect(await filter('[{item: 1}, {item: 2}]', 'item >= 2')).toEqual([{ item: 2 }]);
  });

  it('is null for a match that is neither true nor false, a number too', async () => {
    expect(await filter('["a", "b", "c"]', '2')).toBeNull();
    expect(await filter('[1, 2]', '"not a boolean"')).toBeNull();
    expect(await filter('null', 'true')).toBeNull();
    expect(await filter('5', 'item > 4')).toEqual([5]);
  });
});

describe('DMN 1.5 §7.3.9 a literal expression', () => {
  it('is null where nothing is written, and sees names of several words', async () => {
    const xml = dmnXml(
      input('Full  Name', 'string') +
        decision('Greeting', literal('"Hei, " + Full Name'), { requires: 'input:Full__Name' }) +
        decision('Nothing', '<literalExpression/>'),
    );

    expect(await valueOfDmn(xml, 'Greeting', { 'Full Name': 'Ola Nordmann' })).toBe('Hei, Ola Nordmann');
    expect(await valueOfDmn(xml, 'Nothing')).toBeNull();
  });

  it.each(["Teacher's Evaluation", 'Pre-bureau risk category', 'a+b', 'x in y', 'Høring og svar', 'Rate / year'])(
    'sees a name like %s as one name',
    async (name) => {
      const xml = dmnXml(
        input(name, 'number') +
          decision('Result', literal(`${name} + 1`), { requires: `input:${name.replace(/[^\w-]/g, '_')}` }),
      );

      expect(await valueOfDmn(xml, 'Result', { [name]: 41 })).toBe(42);
    },
  );
});
