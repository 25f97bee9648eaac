import type { ApiWorld } from './api-world.js';
import type { Caseworker } from './caseworker.js';

/** The task that waits for the letter with a decision. */
export const arrival = 'Registrer når vedtaket kom fram';

const mapping = { rettsgrunnlag: 'kommunal-bolig', behov: 'To rom', onsker: 'Fred', trengerSamarbeidsmote: false };
const grant = { hjemmel: 'kommunal-bolig', resultat: 'innvilget', vedtakBegrunnelse: 'Du mangler bolig.' };

/** A decision whose letter has left. */
export interface SentDecision {
  readonly caseId: string;
  readonly decision: string;
  /** The letter with the decision. */
  readonly letter: string;
  /** The receipt for the application, which is no decision. */
  readonly receipt: string;
}

/** Siv is granted a home by a caseworker of the housing office, and the letter leaves on the same day. */
export async function sendDecision(world: ApiWorld, kari: Caseworker): Promise<SentDecision> {
  const caseId = await kari.applicationOf('siv');
  await kari.does(caseId, 'Kartlegg behov med søker', mapping);
  await kari.does(caseId, 'Fatt vedtak om kommunal bolig', grant);
  const { body } = await world.as('kari').get(`process-instances/${caseId}`).expect(200);
  const { body: decisions } = await world.as('siv').get(`process-instances/${caseId}/decisions`).expect(200);
  const letterCalled = (wanted: RegExp): string =>
    body.letters.find(({ title }: { title: string }) => wanted.test(title)).id;
  return {
    caseId,
    decision: decisions.items[0].id,
    letter: letterCalled(/fått ja til kommunal bolig/),
    receipt: letterCalled(/fått søknaden/),
  };
}

/** Kari lays everything that waits in the post on a day; answers how many letters that was. */
export async function layInPost(world: ApiWorld, postedOn = '2026-11-23'): Promise<number> {
  const { body } = await world.as('kari').get('letters-to-post').expect(200);
  const letters = body.items.map(({ id }: { id: string }) => id);
  await world.as('kari').post('letters-to-post/postings', { letters, postedOn }).expect(200);
  return letters.length;
}
