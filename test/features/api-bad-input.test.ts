import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

const mapping = {
  rettsgrunnlag: 'kommunal-bolig',
  behov: 'Stille',
  onsker: 'Nær bussen',
  trengerSamarbeidsmote: false,
};

let world: ApiWorld;
let caseId: string;
let taskId: string;
beforeAll(async () => {
  world = await createApiWorld();
  const sent = await world.as('siv').post('process-instances', { process: 'boligtildeling' });
  caseId = sent.body.processInstanceId;
  await world.settle();
  const inbox = await world.as('kari').get('user-tasks?filter=unit');
  taskId = inbox.body.items[0].id;
  await world.as('kari').post(`user-tasks/${taskId}/claim`).expect(200);
  await world.settle();
});
afterAll(() => world.stop());

/** What is asked must change nothing at all, and be refused as a problem with this status and code. */
async function refused(ask: () => PromiseLike<Answer>, status: number, code: string): Promise<Answer> {
  const before = await world.digest();

  const answer = await ask();

  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(await world.digest()).toBe(before);
  return answer;
}

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly errors?: readonly { readonly path: string }[] };
  readonly headers: Readonly<Record<string, string>>;
}

const complete = (person: string, body: object | string) =>
  world.as(person).post(`user-tasks/${taskId}/complete`, body).set('if-match', '"2"');

describe('a model that cannot be deployed', () => {
  const model = (content: string) => ({ files: [{ name: 'ny.bpmn', content }] });
  const bpmn = (inside: string) =>
    `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"><bpmn:process id="ny" name="Ny" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`;

  it.each([
    ['is no XML', 'hei'],
    ['has a DOCTYPE', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'],
    ['has a script', bpmn('<bpmn:startEvent id="s"/><bpmn:scriptTask id="skript" name="Skript"/>')],
  ])('%s: 422, nothing is deployed', async (_, content) => {
    const answer = await refused(() => world.as('ada').post('definitions', model(content)), 422, 'invalid-model');

    expect(answer.body.errors?.[0]).toMatchObject({ code: expect.stringMatching(/^MODEL_[A-Z_]+$/) });
  });

  it('is named by code and element', async () => {
    const script = bpmn('<bpmn:startEvent id="s"/><bpmn:scriptTask id="skript" name="Skript"/>');
    const answer = await refused(() => world.as('ada').post('definitions', model(script)), 422, 'invalid-model');

    expect(answer.body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ path: 'skript' })]));
  });

  it('takes the whole set down with it', async () => {
    const form = { name: 'ny.form.json', content: '{"$id":"ny","type":"object","properties":{}}' };
    const files = [form, { name: 'ny.bpmn', content: 'hei' }];

    await refused(() => world.as('ada').post('definitions', { files }), 422, 'invalid-model');
  });

  it('is refused to everybody but the administrator', async () => {
    await refused(() => world.as('kari').post('definitions', model('hei')), 403, 'actor-not-allowed');
  });
});

describe('fields that nobody asked for', () => {
  it.each([
    ['in a command', () => world.as('siv').post('process-instances', { process: 'boligtildeling', admin: true })],
    ['in the form of a task', () => complete('kari', { variables: { ...mapping, assignee: 'siv' } })],
    ['beside the form', () => complete('kari', { variables: mapping, by: 'liv' })],
    ['in a query', () => world.as('kari').get('user-tasks?filter=mine&sql=1')],
    ['among the start variables', () => world.as('kari').post('process-instances', start({ resultat: 'innvilget' }))],
  ])('%s: 400 with the path', async (_, ask) => {
    const { body } = await refused(ask, 400, 'invalid-input');

    expect(body.errors?.length).toBeGreaterThan(0);
  });
});

const start = (variables: object) => ({ process: 'boligtildeling', variables });

describe('a task that is not yours', () => {
  it('is not claimed by another unit: 403', async () => {
    await refused(() => world.as('bjorn').post(`user-tasks/${taskId}/claim`), 403, 'actor-not-candidate');
  });

  it('is not completed by a colleague: 403', async () => {
    await refused(() => complete('liv', { variables: mapping }), 403, 'actor-not-assigned');
  });

  it('is not given back by a colleague: 403', async () => {
    await refused(() => world.as('liv').post(`user-tasks/${taskId}/unclaim`), 403, 'actor-not-assigned');
  });
});

describe('a case that you may not see', () => {
  const unknown = '01a2076b-4400-7902-b2d6-000000000000';

  it.each([
    ['a project manager', 'per'],
    ['a user representative', 'berit'],
    ['another applicant', 'ola'],
    ['the administrator', 'ada'],
    ['a caseworker of another municipality', 'kari@orkland'],
  ])('answers %s exactly as if it did not exist: 404', async (_, person) => {
    const hidden = await refused(() => world.as(person).get(`process-instances/${caseId}`), 404, 'not-found');
    const missing = await refused(() => world.as(person).get(`process-instances/${unknown}`), 404, 'not-found');

    expect(hidden.body).toEqual(missing.body);
    const names = ({ headers }: Answer) => Object.keys(headers).filter((name) => name !== 'date');
    expect(names(hidden)).toEqual(names(missing));
  });

  it.each(['journal', 'xml'])('hides its %s too', async (part) => {
    await refused(() => world.as('per').get(`process-instances/${caseId}/${part}`), 404, 'not-found');
  });

  it('hides its tasks, its journey and every command', async () => {
    await refused(() => world.as('per').get(`user-tasks/${taskId}`), 404, 'not-found');
    await refused(() => world.as('per').post(`user-tasks/${taskId}/claim`), 404, 'not-found');
    await refused(() => complete('per', { variables: mapping }), 404, 'not-found');
    await refused(() => world.as('ola').get(`journeys/${caseId}`), 404, 'not-found');
    await refused(
      () =>
        world
          .as('berit')
          .post(`participation/invitations/${taskId}/answer`, { answer: 'deltar' })
          .set('if-match', '"1"'),
      404,
      'not-found',
    );
  });
});

describe('a revision that is not the newest', () => {
  it('is refused: 412', async () => {
    const ask = () =>
      world.as('kari').post(`user-tasks/${taskId}/complete`, { variables: mapping }).set('if-match', '"1"');

    await refused(ask, 412, 'stale-revision');
  });

  it('must be named: 428', async () => {
    const ask = () => world.as('kari').post(`user-tasks/${taskId}/complete`, { variables: mapping });

    await refused(ask, 428, 'if-match-required');
  });

  it.each(['2', '"x"', '*', '"-1"', '"99999999999999999999"'])(
    'must be written as an ETag, not as %s: 400',
    async (text) => {
      const ask = () =>
        world.as('kari').post(`user-tasks/${taskId}/complete`, { variables: mapping }).set('if-match', text);

      await refused(ask, 400, 'if-match-invalid');
    },
  );
});

describe('input that is meant to do harm', () => {
  const variables = (text: string) => `{"variables":${text}}`;
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;

  it.each([
    ['NUL in a text', variables('{"behov":"a\\u0000b"}'), 'invalid-input'],
    ['half a character', variables('{"behov":"\\ud800"}'), 'invalid-input'],
    ['NUL in a name', variables('{"a\\u0000":1}'), 'invalid-input'],
    ['__proto__', variables('{"__proto__":{"isAdmin":true}}'), 'invalid-input'],
    ['constructor.prototype', variables('{"constructor":{"prototype":{"isAdmin":true}}}'), 'invalid-input'],
    ['1e400', variables('{"rom":1e400}'), 'invalid-input'],
    ['2^53 + 1', variables('{"rom":9007199254740993}'), 'invalid-input'],
    ['a number of 10,000 digits', variables(`{"rom":${'9'.repeat(10_000)}}`), 'invalid-input'],
    ['5,000 levels', variables(`{"behov":${deep}}`), 'invalid-input'],
    ['60,000 values', variables(`{"behov":[${'0,'.repeat(60_000)}0]}`), 'invalid-input'],
    ['an object for a text', variables('{"behov":{"$gt":""}}'), 'invalid-input'],
    ['a list for the variables', variables('[]'), 'invalid-input'],
    ['a text for the variables', variables('"x"'), 'invalid-input'],
    ['a list for the command', '[]', 'invalid-input'],
    ['a text for the command', '"hei"', 'malformed-json'],
    ['half a JSON', '{"variables":', 'malformed-json'],
    ['no JSON', 'hei', 'malformed-json'],
  ])('%s: 400', async (_, text, code) => {
    await refused(() => complete('kari', text).set('content-type', 'application/json'), 400, code);

    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded'],
    ['text', 'text/plain'],
    ['XML', 'application/xml'],
    ['JSON in another character set', 'application/json; charset=iso-8859-1'],
  ])('%s: 415', async (_, type) => {
    await refused(() => complete('kari', '{"variables":{}}').set('content-type', type), 415, 'unsupported-media-type');
  });

  it('a command of 300 kB, a deployment of 11 MB: 413', async () => {
    const large = { variables: { behov: 'x'.repeat(300_000) } };
    await refused(() => complete('kari', large), 413, 'payload-too-large');

    const files = Array.from({ length: 12 }, () => ({ name: 'a.bpmn', content: 'x'.repeat(950_000) }));
    await refused(() => world.as('ada').post('definitions', { files }), 413, 'payload-too-large');
  });

  it.each(['%00', '..%2f..%2fetc', "'%20or%201=1--", 'a'.repeat(5000), '%F0%9F%92%A9', '__proto__'])(
    'the id %s: 404',
    async (id) => {
      await refused(() => world.as('kari').get(`process-instances/${id}`), 404, 'not-found');
      await refused(() => world.as('kari').get(`user-tasks/${id}`), 404, 'not-found');
      await refused(() => world.as('kari').post(`user-tasks/${id}/claim`), 404, 'not-found');
      await refused(() => world.as('ada').post(`incidents/${id}/resolve`, {}), 404, 'not-found');
      await refused(() => world.as('kari').get(`definitions/${id}`), 404, 'not-found');
      await refused(() => world.as('kari').get(`definitions/boligtildeling/versions/${id}/xml`), 404, 'not-found');
    },
  );

  it.each(['filter=alle', 'filter=mine&filter=all', 'state=x', 'filter[$ne]=mine', 'filter=%00'])(
    'the query %s: 400',
    async (query) => {
      await refused(() => world.as('kari').get(`user-tasks?${query}`), 400, 'invalid-input');
    },
  );

  it('a path that cannot be decoded: 400', async () => {
    await refused(() => world.as('kari').get('process-instances/%E0%A4%A'), 400, 'malformed-request');
  });

  it('an address that does not exist: 404', async () => {
    await refused(() => world.as('kari').get('saker'), 404, 'not-found');
  });
});

describe('a start that may not be', () => {
  it.each([
    ['siv', 'boligutvikling', 403, 'actor-not-allowed'],
    ['per', 'boligtildeling', 403, 'actor-not-allowed'],
    ['per', 'medvirkningspunkt', 403, 'actor-not-allowed'],
    ['ada', 'boligtildeling', 403, 'actor-not-allowed'],
    ['kari', 'finnes-ikke', 404, 'unknown-definition'],
    ['kari', 'constructor', 404, 'unknown-definition'],
  ] as const)('%s starts %s: %i %s', async (person, process, status, code) => {
    await refused(() => world.as(person).post('process-instances', { process }), status, code);
  });
});

describe('an operator’s page', () => {
  it('is closed to everybody else: 403', async () => {
    await refused(() => world.as('kari').get('incidents'), 403, 'actor-not-allowed');
    await refused(() => world.as('kari').post('incidents/x/resolve', {}), 403, 'actor-not-allowed');
  });
});

describe('a person who is not logged in', () => {
  it.each([
    'me',
    'user-tasks',
    'process-instances',
    'projects',
    'journeys',
    'incidents',
    'messages',
    'demo/clock',
    'events',
    'definitions',
  ])('is sent away from %s: 401', async (path) => {
    await refused(() => world.as('nobody').get(path), 401, 'not-signed-in');
  });

  it('changes nothing: 401', async () => {
    await refused(() => world.as('nobody').post(`user-tasks/${taskId}/claim`), 401, 'not-signed-in');
    await refused(() => world.as('nobody').post('process-instances', start({})), 401, 'not-signed-in');
  });
});

describe('a command without an Idempotency-Key', () => {
  it.each(['', 'med mellomrom', 'æ', 'x'.repeat(201)])('or with “%s” as one: 400', async (key) => {
    const ask = () =>
      world
        .as('kari')
        .post('process-instances', start({}))
        .set('idempotency-key', encodeURI(key) === key ? key : '');

    await refused(ask, 400, 'idempotency-key-required');
  });
});
