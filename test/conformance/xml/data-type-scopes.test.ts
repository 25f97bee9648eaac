import { flows, userTask } from '../../support/bpmn-xml.js';
import { drawElement, playElement, type ElementPlayer } from '../../support/play-element.js';
import { compute, dataObject, item } from '../../support/typed-data-xml.js';

const types =
  item('dato', 'xsd:date') + item('datoer', 'xsd:date', 'isCollection="true"') + item('tekst', 'xsd:string');
const play = (content: string, variables = {}, beside = ''): Promise<ElementPlayer> =>
  playElement(content, variables, { beside: types + beside });

const frist = dataObject('frist', 'dato');
const start = '<startEvent id="start"/>';
const end = '<endEvent id="slutt"/>';
const formal = (name: string, feel: string): string =>
  `<${name} xsi:type="tFormalExpression"><![CDATA[=${feel}]]></${name}>`;

describe('BPMN 2.0.2 §8.4.10, §10.4.2 declared types count in what goes in and out', () => {
  const job = (inside: string): string =>
    `${frist}${dataObject('ny', 'dato')}${start}<serviceTask id="t" boligflyt:jobType="regn">${inside}</serviceTask>
     ${userTask('etter')}${end}${flows('start > t > etter > slutt')}`;
  const specification = (of = 'itemSubjectRef="dato"'): string =>
    `<ioSpecification><dataInput id="inn" ${of}/><dataOutput id="ut" ${of}/><inputSet/><outputSet/></ioSpecification>`;
  const jobSees = ({ instance }: ElementPlayer): unknown =>
    [...instance.elements.values()].find(({ node }) => node === 't')?.variables;

  it('transformation of an input', async () => {
    const into = `<dataInputAssociation><sourceRef>frist</sourceRef><targetRef>inn</targetRef>
      ${formal('transformation', 'frist + duration("P7D")')}</dataInputAssociation>`;

    expect(jobSees(await play(job(specification() + into), { frist: '2026-01-05' }))).toEqual({ inn: '2026-01-12' });
  });

  it('assignment of an input, which sees the input before it with its own type', async () => {
    const assign = (from: string, to: string): string =>
      `<assignment>${formal('from', from)}<to>${to}</to></assignment>`;
    const into = `<dataInputAssociation><sourceRef>frist</sourceRef><targetRef>inn</targetRef>
      ${assign('frist + duration("P1D")', 'inn')}${assign('inn + duration("P1D")', 'inn')}</dataInputAssociation>`;

    expect(jobSees(await play(job(specification() + into), { frist: '2026-01-05' }))).toEqual({ inn: '2026-01-07' });
  });

  it('transformation of an output that a worker brings as text', async () => {
    const out = `<dataOutputAssociation><sourceRef>ut</sourceRef><targetRef>ny</targetRef>
      ${formal('transformation', 'ut + duration("P1M")')}</dataOutputAssociation>`;
    const done = await play(job(specification() + out), {});

    done.completeJob('t', { ut: '2026-01-05' });

    expect(done.variables['ny']).toBe('2026-02-05');
  });

  it('a copy of an output that is not of its type is an incident, and nothing of the result is lost', async () => {
    const out = '<dataOutputAssociation><sourceRef>ut</sourceRef><targetRef>ny</targetRef></dataOutputAssociation>';
    const stuck = await play(job(specification() + out), {});

    stuck.completeJob('t', { ut: 'snart' });

    expect(stuck.incidents).toEqual(['EXPRESSION t']);
    stuck.resolve({ ut: '2026-01-05' });
    expect(stuck.variables['ny']).toBe('2026-01-05');
  });

  it('a mapping of ours, in and out, keeps the type of what it copies', async () => {
    const inside = `<extensionElements><boligflyt:input source="=frist" target="kopi"/>
      <boligflyt:output source="=kopi + duration(&quot;P1D&quot;)" target="ny"/></extensionElements>`;
    const done = await play(job(inside), { frist: '2026-01-05' });

    done.completeJob('t');

    expect(done.variables['ny']).toBe('2026-01-06');
  });

  it('a property of a process (§10.4.1) and a data store are read as their types', async () => {
    const content = `<property id="p" name="fra" itemSubjectRef="dato"/><dataStoreReference id="r" dataStoreRef="lager"/>${start}
      ${compute('t', 'register - fra')}${userTask('etter')}${end}${flows('start > t > etter > slutt')}`;
    const store = '<dataStore id="lager" name="register" itemSubjectRef="dato"/>';

    const { variables } = await play(content, { fra: '2026-01-05', register: '2026-01-12' }, store);

    expect(variables['svar']).toBe('P7D');
  });
});

describe('BPMN 2.0.2 §8.4.11, §10.5.1 declared types of what messages and events carry', () => {
  const message = '<message id="m" name="m" itemRef="dato"/>';
  const out = `<dataOutputAssociation><sourceRef>brakt</sourceRef><targetRef>ny</targetRef>
    ${formal('transformation', 'brakt + duration("P1D")')}</dataOutputAssociation>`;
  const after = `${userTask('etter')}${end}${flows('start > t > etter > slutt')}`;

  it.each<[string, string, string]>([
    ['its own item', 'itemSubjectRef="dato"', '<message id="m" name="m"/>'],
    ['the item of its message', '', message],
  ])('catch event: its data output is a date by %s', async (_, ofOutput, beside) => {
    const event = `<intermediateCatchEvent id="t"><dataOutput id="brakt" ${ofOutput}/>${out}<messageEventDefinition messageRef="m"/>
      </intermediateCatchEvent>`;
    const waiting = await play(dataObject('ny', 'dato') + start + event + after, {}, beside);

    waiting.correlate('t', { brakt: '2026-01-05' });

    expect(waiting.variables['ny']).toBe('2026-01-06');
  });

  it('receive task: its data output is of the item of its message', async () => {
    const task = `<receiveTask id="t" messageRef="m"><ioSpecification><dataOutput id="brakt"/><inputSet/><outputSet/></ioSpecification>
      ${out}</receiveTask>`;
    const waiting = await play(dataObject('ny', 'dato') + start + task + after, {}, message);

    waiting.correlate('t', { brakt: '2026-01-05' });

    expect(waiting.variables['ny']).toBe('2026-01-06');
  });

  it('service task: its data output is of the item that its operation answers with', async () => {
    const beside = `${message}<message id="spor" name="spor" itemRef="tekst"/><interface id="i" name="i"><operation id="o" name="o">
      <inMessageRef>spor</inMessageRef><outMessageRef>m</outMessageRef></operation></interface>`;
    const task = `<serviceTask id="t" operationRef="o"><ioSpecification><dataOutput id="brakt"/><inputSet/><outputSet/>
      </ioSpecification>${out}</serviceTask>`;
    const waiting = await play(dataObject('ny', 'dato') + start + task + after, {}, beside);

    waiting.completeJob('t', { brakt: '2026-01-05' });

    expect(waiting.variables['ny']).toBe('2026-01-06');
  });

  it('signal: by its structure', async () => {
    const event = `<intermediateCatchEvent id="t"><dataOutput id="brakt"/>${out}<signalEventDefinition signalRef="s"/>
      </intermediateCatchEvent>`;
    const beside = '<signal id="s" name="s" structureRef="dato"/>';
    const waiting = await play(dataObject('ny', 'dato') + start + event + after, {}, beside);

    waiting.signal('s', { brakt: '2026-01-05' });

    expect(waiting.variables['ny']).toBe('2026-01-06');
  });

  it('throw event: what it sends is computed from dates', async () => {
    const event = `<intermediateThrowEvent id="t"><dataInput id="sendt" itemSubjectRef="dato"/><dataInputAssociation><sourceRef>frist</sourceRef>
      <targetRef>sendt</targetRef>${formal('transformation', 'frist + duration("P7D")')}</dataInputAssociation>
      <messageEventDefinition messageRef="m"/></intermediateThrowEvent>`;
    const { journal } = await play(frist + start + event + after, { frist: '2026-01-05' }, message);

    expect(journal.find(({ type }) => type === 'MessageThrown')).toMatchObject({ variables: { sendt: '2026-01-12' } });
  });
});

describe('BPMN 2.0.2 §10.4.1 the scope of a declared type', () => {
  const within = (inner: string, feel: string, around = frist): string =>
    `${around}${start}<subProcess id="del">${inner}<startEvent id="inn"/>${compute('t', feel)}${userTask('inne')}<endEvent id="ut"/>
     ${flows('inn > t > inne > ut')}</subProcess>${end}${flows('start > del > slutt')}`;

  it('is seen in the sub-processes of its scope', async () => {
    expect((await play(within('', 'frist.year'), { frist: '2026-01-05' })).variables['svar']).toBe(2026);
  });

  it.each<[string, string]>([
    ['of another type', 'itemSubjectRef="tekst"'],
    ['without a type', ''],
  ])('an inner data object of the same name, %s, hides it', async (_, ofInner) => {
    const filled = within(`<dataObject id="indre" name="frist" ${ofInner}/>`, 'frist + "!"').replace(
      '<subProcess id="del">',
      `<subProcess id="del"><extensionElements><boligflyt:input source='="2026-01-06"' target="frist"/></extensionElements>`,
    );

    expect((await play(filled, { frist: '2026-01-05' })).variables['svar']).toBe('2026-01-06!');
  });

  it('and an inner date hides an outer text', async () => {
    const text = dataObject('frist', 'tekst');
    const filled = within('<dataObject id="indre" name="frist" itemSubjectRef="dato"/>', 'frist.day', text).replace(
      '<subProcess id="del">',
      `<subProcess id="del"><extensionElements><boligflyt:input source='="2026-01-06"' target="frist"/></extensionElements>`,
    );

    expect((await play(filled, { frist: '2026-01-05' })).variables['svar']).toBe(6);
  });

  it('what a mapping makes hides it, too: the name is another variable', async () => {
    const mapped = within('', 'frist + "!"').replace(
      '<subProcess id="del">',
      `<subProcess id="del"><extensionElements><boligflyt:input source='="i " + "dag"' target="frist"/></extensionElements>`,
    );

    expect((await play(mapped, { frist: '2026-01-05' })).variables['svar']).toBe('i dag!');
  });

  it('ends with its scope: outside, the name is plain JSON', async () => {
    const content = `${start}<subProcess id="del">${frist}<startEvent id="inn"/><endEvent id="ut"/>${flows('inn > ut')}</subProcess>
      ${compute('t', 'frist + "!"')}${userTask('etter')}${end}${flows('start > del > t > etter > slutt')}`;

    expect((await play(content, { frist: '2026-01-05' })).variables['svar']).toBe('2026-01-05!');
  });

  it('the item of a multi-instance hides it', async () => {
    const content = `${frist}${start}<subProcess id="del"><startEvent id="inn"/>${userTask('t', '', `boligflyt:title='=frist + "!"'`)}
      <endEvent id="ut"/>${flows('inn > t > ut')}<multiInstanceLoopCharacteristics boligflyt:collection='=["a", "b"]'
      boligflyt:elementVariable="frist"/></subProcess>${end}${flows('start > del > slutt')}`;
    const { instance } = await play(content, { frist: '2026-01-05' });

    expect([...instance.userTasks.values()].map(({ name }) => name)).toEqual(['a!', 'b!']);
  });

  it('a global task reads its own data input as its type', async () => {
    const task = `<globalScriptTask id="felles" scriptLanguage="" boligflyt:resultVariable="svar"><ioSpecification>
      <dataInput id="frist" itemSubjectRef="dato"/><inputSet/><outputSet/></ioSpecification><script>=frist.year</script></globalScriptTask>`;
    const drawn = await drawElement(`${start}${end}${flows('start > slutt')}`, {
      beside: types + task,
      process: 'felles',
    });

    drawn.start({ frist: '2026-01-05' });

    expect(drawn.instance.finalVariables).toMatchObject({ svar: 2026 });
  });
});
