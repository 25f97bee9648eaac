import { resolve } from 'node:path';
import { z } from 'zod';

/** What one Boligflyt process is told from outside; every part that is absent runs embedded. */
export interface Configuration {
  /** Demo: synthetic people, a clock that can be moved, login without a password. */
  readonly demo: boolean;
  /** The demo begins with two years of work behind it; loading them takes minutes. */
  readonly demoHistory: boolean;
  readonly host: string;
  readonly port: number;
  /** Where health is told beside the pages, or without them. */
  readonly healthPort?: number;
  /** How many proxies stand before this process: whoever asks is who the outermost of them says. */
  readonly trustedProxies: number;
  /** The address that browsers use, without a slash at the end. */
  readonly publicUrl: string;
  readonly dataFolder: string;
  readonly database?: { readonly url: string; readonly migrationUrl: string };
  readonly redisUrl?: string;
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  readonly oidc?: OidcConfiguration;
  readonly sessionSecret?: string;
  /** What a watcher says to read figures. */
  readonly metricsToken?: string;
  /** Job types that workers outside take over HTTP, in every municipality. */
  readonly externalJobTypes: readonly string[];
  readonly municipality: { readonly id: string; readonly name: string };
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** The organisation's own login. */
export interface OidcConfiguration {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that lists a person's groups. */
  readonly groupsClaim: string;
}

const says = (norwegian: string, english: string) => ({ error: `${norwegian} (${english})` });

const urlOf = (schemes: string, example: string) =>
  z
    .string()
    .regex(
      new RegExp(`^(${schemes})://\\S+$`),
      says(`må være en adresse som ${example}`, `must be an address like ${example}`),
    )
    .optional();

const portRule = says('må være et heltall fra 1 til 65535', 'must be a whole number from 1 to 65535');
const portNumber = z.coerce.number(portRule).int(portRule).min(1, portRule).max(65_535, portRule);

const proxiesRule = says('må være et heltall fra 0 til 9', 'must be a whole number from 0 to 9');

const schema = z.object({
  NODE_ENV: z.string().optional(),
  DEMO: z.enum(['true', 'false'], says('må være true eller false', 'must be true or false')).optional(),
  DEMO_HISTORY: z.enum(['true', 'false'], says('må være true eller false', 'must be true or false')).optional(),
  HOST: z.string().optional(),
  PORT: portNumber.default(3000),
  HEALTH_PORT: portNumber.optional(),
  TRUSTED_PROXIES: z.coerce.number(proxiesRule).int(proxiesRule).min(0, proxiesRule).max(9, proxiesRule).default(0),
  PUBLIC_URL: urlOf('https?', 'https://boligflyt.kommune.no'),
  DATA_FOLDER: z.string().default('.boligflyt'),
  DATABASE_URL: urlOf('postgres|postgresql', 'postgresql://bruker:passord@vert:5432/boligflyt'),
  MIGRATION_DATABASE_URL: urlOf('postgres|postgresql', 'postgresql://eier:passord@vert:5432/boligflyt'),
  REDIS_URL: urlOf(
    'rediss?(\\+(cluster|sentinel))?',
    'redis://vert:6379, redis+cluster://vert:6379,vert:6379 eller redis+sentinel://vert:26379,vert:26379/navn',
  ),
  SMTP_URL: urlOf('smtps?', 'smtp://vert:25'),
  MAIL_FROM: z.string().default('Boligflyt <ikke-svar@boligflyt.test>'),
  OIDC_ISSUER: urlOf('https?', 'https://login.kommune.no'),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_GROUPS_CLAIM: z.string().default('groups'),
  SESSION_SECRET: z.string().min(32, says('må ha minst 32 tegn', 'must have at least 32 characters')).optional(),
  METRICS_TOKEN: z.string().min(16, says('må ha minst 16 tegn', 'must have at least 16 characters')).optional(),
  EXTERNAL_JOB_TYPES: z
    .string()
    .regex(
      /^[\w:.-]+(\s*,\s*[\w:.-]+)*$/,
      says('må være jobbtyper med komma mellom', 'must be job types between commas'),
    )
    .optional(),
  MUNICIPALITY_ID: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,62}$/, says('må være små bokstaver, tall og bindestrek', 'must be kebab-case'))
    .default('trondheim'),
  MUNICIPALITY_NAME: z.string().default('Trondheim kommune'),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      says('må være debug, info, warn, error eller silent', 'must be debug, info, warn, error or silent'),
    )
    .default('warn'),
});
type Environment = z.infer<typeof schema>;

/** Every key that Boligflyt reads from its environment; `.env.example` lists the same. */
export const configurationKeys: readonly string[] = Object.keys(schema.shape);

/** Either a configuration or one sentence for each key that is wrong; values are never repeated, they may be secret. */
export type ParsedConfiguration =
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the environment. A key that is set to nothing counts as not set. */
export function parseConfiguration(environment: Readonly<Record<string, string | undefined>>): ParsedConfiguration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`) };
  }

  const problems = missingKeys(parsed.data);
  if (problems.length > 0) return { ok: false, problems };

  return { ok: true, configuration: configurationFrom(parsed.data) };
}

// An image that is run in earnest must say so itself before anybody may log in without a password.
const isDemo = (keys: Environment): boolean =>
  keys.DEMO === undefined ? keys.OIDC_ISSUER === undefined && keys.NODE_ENV !== 'production' : keys.DEMO === 'true';

function missingKeys(keys: Environment): readonly string[] {
  const needed: [key: string, isMissing: boolean, norwegian: string, english: string][] = [
    ['OIDC_ISSUER', !isDemo(keys) && keys.OIDC_ISSUER === undefined, 'uten demo', 'outside demo mode'],
    ['SESSION_SECRET', !isDemo(keys) && keys.SESSION_SECRET === undefined, 'uten demo', 'outside demo mode'],
    ['DATABASE_URL', !isDemo(keys) && keys.DATABASE_URL === undefined, 'uten demo', 'outside demo mode'],
    ['SMTP_URL', !isDemo(keys) && keys.SMTP_URL === undefined, 'uten demo', 'outside demo mode'],
    ['OIDC_CLIENT_ID', isIncomplete(keys, keys.OIDC_CLIENT_ID), 'sammen med OIDC_ISSUER', 'beside OIDC_ISSUER'],
    ['OIDC_CLIENT_SECRET', isIncomplete(keys, keys.OIDC_CLIENT_SECRET), 'sammen med OIDC_ISSUER', 'beside OIDC_ISSUER'],
    [
      'DATABASE_URL',
      keys.MIGRATION_DATABASE_URL !== undefined && keys.DATABASE_URL === undefined,
      'sammen med MIGRATION_DATABASE_URL',
      'beside MIGRATION_DATABASE_URL',
    ],
  ];
  return needed
    .filter(([, isMissing]) => isMissing)
    .map(([key, , norwegian, english]) => `${key} må settes ${norwegian} (must be set ${english}).`);
}

const isIncomplete = (keys: Environment, value: string | undefined): boolean =>
  keys.OIDC_ISSUER !== undefined && value === undefined;

function configurationFrom(keys: Environment): Configuration {
  const { HEALTH_PORT, DATABASE_URL, MIGRATION_DATABASE_URL, REDIS_URL, SMTP_URL, SESSION_SECRET, METRICS_TOKEN } =
    keys;
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = keys;
  const demo = isDemo(keys);
  return {
    demo,
    demoHistory: demo && keys.DEMO_HISTORY === 'true',
    // Anybody may be anyone in a demo, so it stays on this machine unless told otherwise.
    host: keys.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    port: keys.PORT,
    trustedProxies: keys.TRUSTED_PROXIES,
    publicUrl: (keys.PUBLIC_URL ?? `http://localhost:${keys.PORT}`).replace(/\/+$/, ''),
    dataFolder: resolve(keys.DATA_FOLDER),
    mailFrom: keys.MAIL_FROM,
    externalJobTypes: keys.EXTERNAL_JOB_TYPES?.split(/\s*,\s*/) ?? [],
    municipality: { id: keys.MUNICIPALITY_ID, name: keys.MUNICIPALITY_NAME },
    logLevel: keys.LOG_LEVEL,
    ...(HEALTH_PORT && { healthPort: HEALTH_PORT }),
    ...(DATABASE_URL && { database: { url: DATABASE_URL, migrationUrl: MIGRATION_DATABASE_URL ?? DATABASE_URL } }),
    ...(REDIS_URL && { redisUrl: REDIS_URL }),
    ...(SMTP_URL && { smtpUrl: SMTP_URL }),
    ...(SESSION_SECRET && { sessionSecret: SESSION_SECRET }),
    ...(METRICS_TOKEN && { metricsToken: METRICS_TOKEN }),
    ...(OIDC_ISSUER &&
      OIDC_CLIENT_ID &&
      OIDC_CLIENT_SECRET && {
        oidc: {
          issuer: OIDC_ISSUER,
          clientId: OIDC_CLIENT_ID,
          clientSecret: OIDC_CLIENT_SECRET,
          groupsClaim: keys.OIDC_GROUPS_CLAIM,
        },
      }),
  };
}
