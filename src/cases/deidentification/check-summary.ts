import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import { identityInText } from '../forms/refused-text.js';
import { idOf } from '../../shared/id.js';
import { findIdentifiers } from './find-identifiers.js';
import type { IdentityWords } from './finding.js';
import { knownIdentity } from './known-identity.js';
import type { IdentitySources } from './known-identity.js';

const subject = 'soker';

/**
 * Job `kontroller-sammendrag`: reads every text that is about to leave the case once more, with the registers as they are now, however it
 * came into the case. Gives `avidentifisert`, and in `funnISammendraget` where the finds stand, without their words.
 */
export function createCheckSummary(sources: IdentitySources, words: IdentityWords): JobHandler['run'] {
  return async ({ tenant, processInstanceId, variables }) => {
    const { [subject]: about, ...texts } = variables;
    const of = { tenant, processInstanceId };
    const person = typeof about === 'string' ? { subject: idOf<'Actor'>(about) } : {};
    const known = await knownIdentity(sources, { ...of, ...person });
    const found = Object.entries(texts).flatMap(([name, text]) =>
      typeof text === 'string' ? identityInText(name, findIdentifiers(text, known, words)) : [],
    );
    const places = found.map(({ path, message }) => `${path}: ${message}`).join('\n');
    return { avidentifisert: found.length === 0, funnISammendraget: found.length === 0 ? null : places };
  };
}
