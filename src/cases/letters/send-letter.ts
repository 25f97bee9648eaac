import { localDateOf } from '../../engine/index.js';
import type { DeadlineRegister } from '../../engine/index.js';
import type { Letter, LetterBook, LetterLanguage, Person } from '../../runtime/case-ports.js';
import type { Job, JobHandler } from '../../runtime/jobs/job-handler.js';
import type { NoticeLanguage } from '../../runtime/notice-ports.js';
import type { CaseReader, CaseRow } from '../../runtime/read-ports.js';
import type { JsonObject } from '../../shared/json.js';
import { basisInForce, type LegalBases } from '../decisions/legal-bases.js';
import { dateText, fillTemplate } from '../fill-template.js';
import { meetingOfLetter } from '../meetings/meeting-of-letter.js';
import type { Meetings } from '../meetings/meetings.js';
import { applicantNotice } from '../notifications/applicant-notice.js';
import type { MunicipalityName } from '../notifications/municipality-name.js';
import type { Postbox } from '../notifications/postbox.js';
import { letterChecksum } from './letter-checksum.js';
import { letterRecipients, type AddressBooks, type LetterRecipient } from './letter-recipients.js';
import type { LetterTemplate, LetterTemplates } from './letter-template.js';
import { noticeAgainAt } from './notice-again-at.js';
import { publicTitle, type ToldPeople } from './public-title.js';
import { requireSigned, type SigningParts } from './require-signed.js';

/** What letters are written with. */
export interface LetterParts extends AddressBooks, SigningParts {
  readonly templates: LetterTemplates;
  readonly letters: LetterBook;
  readonly cases: Pick<CaseReader, 'find'>;
  readonly postbox: Postbox;
  readonly municipality: MunicipalityName;
  readonly meetings: Pick<Meetings, 'say'>;
  readonly deadlines: DeadlineRegister;
}

/**
 * Job `send-brev`: writes the letter that header `brev` names, once per job and recipient, and tells the recipient that there
 * is something to read, or invites to the meeting that header `mote` says it is about. Whom it goes to is `letterRecipients`; a letter to a
 * person is written in nynorsk where they want that. Gives
 * `brevSendtPa`, the day from which deadlines after the letter run.
 */
export function createSendLetter(parts: LetterParts): JobHandler['run'] {
  return async (job) => {
    await requireSigned(parts, job);
    const row = await parts.cases.find(job.tenant, job.processInstanceId);
    const { people, representatives, language } = await letterRecipients(parts, job, row);
    const template = templateOf(parts.templates, job, language);
    const municipality = await parts.municipality(job.tenant);
    const { legalBases, deadlines } = parts;
    const write = (person: LetterRecipient | undefined) =>
      parts.letters.write(letterFor({ job, ...template, row, person, municipality, legalBases, deadlines }));
    // A letter to nobody we can write to is still a letter in the case.
    if (people.length === 0) await write(undefined);
    for (const person of [...people, ...representatives]) await write(person);
    // An invitation says that there is something to read, too.
    const told = (await invite(parts, job, people)) ? representatives : [...people, ...representatives];
    for (const person of told) await tellAboutLetter(parts, job, person);
    return { brevSendtPa: localDateOf(job.at) };
  };
}

interface LetterFacts {
  readonly job: Job;
  readonly template: LetterTemplate;
  /** What the template is written in: not always what was wanted. */
  readonly language: LetterLanguage;
  readonly row: CaseRow | undefined;
  readonly person: LetterRecipient | undefined;
  readonly municipality: string;
  readonly legalBases: LegalBases;
  readonly deadlines: DeadlineRegister;
}

function letterFor(facts: LetterFacts): Letter {
  const { job, template, language, row, person, municipality } = facts;
  const values = letterValues(facts);
  const content = {
    title: fillTemplate(template.title, values, language),
    text: fillTemplate(template.body, values, language),
    language,
    municipality,
    recipient: person?.name ?? '',
    reference: referenceOf(job, row),
    at: job.at,
  };
  return {
    ...content,
    tenant: job.tenant,
    key: person === undefined ? job.key : `${job.key}/${person.id}`,
    processInstanceId: job.processInstanceId,
    template: job.headers['brev'] ?? '',
    checksum: letterChecksum(content),
    publicTitle: publicTitle(content.title, peopleIn(facts)),
    isInternal: isInternal(job),
    ...(person === undefined ? {} : { to: person.id }),
    byPost: person?.byPost === true,
    ...watchFor(facts),
  };
}

// By post there is nothing to open, and the municipality's own are told of their tasks.
function watchFor({ job, person, deadlines }: LetterFacts): Pick<Letter, 'noticeAgainAt'> {
  if (person === undefined || person.byPost || isInternal(job)) return {};
  const at = noticeAgainAt(deadlines, job.at);
  return at === undefined ? {} : { noticeAgainAt: at };
}

const isInternal = ({ headers }: Job): boolean => headers['til'] !== undefined;

function peopleIn({ job, row, person }: LetterFacts): ToldPeople {
  const { sokerNavn } = job.variables;
  return {
    names: [
      person !== undefined && !isInternal(job) ? person.name : '',
      typeof sokerNavn === 'string' ? sokerNavn : '',
    ],
    ...(row?.subject === undefined ? {} : { caseTitle: row.title }),
  };
}

function templateOf(
  templates: LetterTemplates,
  { headers, node }: Job,
  wanted: NoticeLanguage,
): Pick<LetterFacts, 'template' | 'language'> {
  const id = headers['brev'];
  const nynorsk = wanted === 'nn' && id !== undefined ? templates.get(`nn/${id}`) : undefined;
  if (nynorsk !== undefined) return { template: nynorsk, language: 'nn' };

  const template = id === undefined ? undefined : templates.get(id);
  if (template !== undefined) return { template, language: 'nb' };

  throw new Error(
    `Expected header 'brev' of '${node}' to name a letter under workflows/brev/, but it says '${id ?? ''}'`,
  );
}

function letterValues({ job, language, row, person, municipality, legalBases }: LetterFacts): JsonObject {
  return {
    ...job.variables,
    ...appealBodyOf(legalBases, job, language),
    navn: person?.name ?? '',
    saksnavn: row?.title ?? '',
    saksnummer: referenceOf(job, row),
    dato: dateText(localDateOf(job.at), language),
    kommune: municipality,
  };
}

const referenceOf = ({ processInstanceId }: Job, row: CaseRow | undefined): string =>
  row?.businessKey ?? processInstanceId;

/** Answers whether the letter is about a meeting that people did not know of as it is now. */
async function invite({ meetings }: LetterParts, job: Job, people: readonly Person[]): Promise<boolean> {
  const { tenant, key, processInstanceId, headers, variables } = job;
  const meeting = meetingOfLetter(headers['mote'], variables);
  if (meeting === undefined || people.length === 0) return false;

  const id = `${processInstanceId}/${meeting.kind}`;
  const invited = people.map((person) => person.id);
  return meetings.say({ ...meeting, tenant, id, processInstanceId, invited, cause: key });
}

// By which law it was decided says who takes the appeal; what somebody chose in the case does not.
function appealBodyOf(bases: LegalBases, { variables, at }: Job, language: NoticeLanguage): JsonObject {
  const { hjemmel } = variables;
  const basis = typeof hjemmel === 'string' ? basisInForce(bases, hjemmel, localDateOf(at)) : undefined;
  if (basis === undefined) return {};
  return { klageinstans: language === 'nn' ? basis.appealBodyIn.nn : basis.appealBody };
}

async function tellAboutLetter(parts: LetterParts, job: Job, person: Person): Promise<void> {
  const { tenant, key, processInstanceId, at } = job;
  const municipality = await parts.municipality(tenant);
  await parts.postbox.deliver(person, {
    ...{ tenant, key: `${key}/${person.id}`, processInstanceId, kind: 'letter', at },
    words: (texts) => applicantNotice(texts, municipality, person),
  });
}
