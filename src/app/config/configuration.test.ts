import { readFileSync } from 'node:fs';
import { configurationKeys, parseConfiguration } from './configuration.js';

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://boligflyt:hemmelig@db:5432/boligflyt',
  SMTP_URL: 'smtp://post:25',
  OIDC_ISSUER: 'https://login.kommune.no',
  OIDC_CLIENT_ID: 'boligflyt',
  OIDC_CLIENT_SECRET: 'hemmelig',
  SESSION_SECRET: 'x'.repeat(32),
};

it('is an embedded demo on port 3000 of this machine only when nothing is set', () => {
  const parsed = parseConfiguration({});

  expect(parsed).toMatchObject({
    ok: true,
    configuration: { demo: true, host: '127.0.0.1', port: 3000, publicUrl: 'http://localhost:3000' },
  });
});

it('is no demo once people log in with the organisation’s own provider', () => {
  const parsed = parseConfiguration(production);

  expect(parsed).toMatchObject({ ok: true, configuration: { demo: false, host: '0.0.0.0' } });
});

it('never falls into demo mode by itself in production: four keys must be set', () => {
  const parsed = parseConfiguration({ NODE_ENV: 'production' });

  expect(parsed).toEqual({
    ok: false,
    problems: ['OIDC_ISSUER', 'SESSION_SECRET', 'DATABASE_URL', 'SMTP_URL'].map(
      (key) => `${key} må settes uten demo (must be set outside demo mode).`,
    ),
  });
});

it.each([
  ['PORT', '70000'],
  ['PORT', 'abc'],
  ['PORT', '0'],
  ['HEALTH_PORT', '0'],
  ['TRUSTED_PROXIES', '-1'],
  ['DATABASE_URL', 'mysql://bruker:hemmelig@vert/base'],
  ['REDIS_URL', 'vert:6379'],
  ['SMTP_URL', 'http://vert'],
  ['DEMO', 'ja'],
  ['SESSION_SECRET', 'kort'],
  ['LOG_LEVEL', 'loud'],
])('says in one sentence that %s cannot be %s, without repeating it', (key, value) => {
  const parsed = parseConfiguration({ [key]: value });

  expect(parsed.ok).toBe(false);
  if (parsed.ok) return;
  expect(parsed.problems).toHaveLength(1);
  expect(parsed.problems[0]).toMatch(new RegExp(`^${key} må være|^${key} må ha`));
  expect(parsed.problems[0]).not.toContain('hemmelig');
});

it('takes a key that is set to nothing as not set', () => {
  const parsed = parseConfiguration({ REDIS_URL: '', PORT: '' });

  expect(parsed).toMatchObject({ ok: true, configuration: { port: 3000 } });
});

it('has every key in .env.example, and no other', () => {
  const example = readFileSync('.env.example', 'utf8');
  const listed = [...example.matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map(([, key]) => key);

  expect(listed.toSorted()).toEqual(configurationKeys.toSorted());
});
