import { idOf } from '../shared/id.js';
import { FileDeployment } from './deploy-files.js';
import type { DefinitionStore, Deployment } from './definition-ports.js';

const ada = { id: idOf<'Actor'>('ada'), groups: ['admin'] };
const form = {
  name: 'svar.form.json',
  content: '{"$id":"svar","type":"object","properties":{"svar":{"type":"string"}}}',
};

function deploymentInto(deployments: Deployment[]) {
  const store: Pick<DefinitionStore, 'deploy' | 'formIds' | 'decisions' | 'models' | 'model'> = {
    decisions: async () => [],
    models: async () => [],
    model: async () => Promise.reject(new Error('Expected no model to be asked for')),
    formIds: async () => [],
    deploy: async (_, deployment) => {
      deployments.push(deployment);
      return [];
    },
  };
  return new FileDeployment(store, { deadlineRules: [], jobTypes: [] });
}

it('deploys a form under its $id', async () => {
  const deployments: Deployment[] = [];

  const outcome = await deploymentInto(deployments).deploy(idOf<'Tenant'>('trondheim'), ada, [form]);

  expect(outcome).toEqual({ ok: true, processes: [], decisions: [], warnings: [] });
  expect(deployments.map(({ forms }) => forms.map(({ id }) => id))).toEqual([['svar']]);
});

it.each([
  ['is no XML', { name: 'a.bpmn', content: 'hei' }],
  ['is a form that is no JSON', { name: 'a.form.json', content: '{' }],
  ['is a form without an id', { name: 'a.form.json', content: '{"type":"object","properties":{}}' }],
  [
    'is a form with a field nobody can draw',
    { name: 'a.form.json', content: '{"$id":"a","type":"object","properties":{"x":{"type":"null"}}}' },
  ],
  ['is neither', { name: 'virus.exe', content: 'MZ' }],
])('deploys nothing of a set in which one file %s', async (_, file) => {
  const deployments: Deployment[] = [];

  const outcome = await deploymentInto(deployments).deploy(idOf<'Tenant'>('trondheim'), ada, [form, file]);

  expect(outcome.ok).toBe(false);
  expect(deployments).toEqual([]);
});
