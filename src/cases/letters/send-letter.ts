import { localDateOf, norwegianDate } from '../../engine/index.js';
import type { ActorDirectory, LetterBook, Person } from '../../runtime/case-ports.js';
import type { JobHandler } from '../../runtime/ports.js';
import type { CaseReader, CaseRow } from '../../runtime/read-ports.js';
import type { JsonObject } from '../../shared/json.js';
import { fillTemplate } from '../fill-template.js';
import { applicantNotice } from '../notifications/applicant-notice.js';
import type { MunicipalityName } from '../notifications/municipality-name.js';
import type { NoticeTexts } from '../notifications/notice-texts.js';
import type { Postbox } from '../notifications/postbox.js';
import type { LetterTemplate, LetterTemplates } from './letter-template.js';

/** What letters are written with. */
export interface LetterParts {
  readonly templates: LetterTemplates;
  readonly letters: LetterBook;
  readonly directory: ActorDirectory;
  readonly cases: Pick<CaseReader, 'find'>;
  readonly postbox: Postbox;
  readonly texts: NoticeTexts;
  readonly municipality: MunicipalityName;
}

type Job = Parameters<JobHandler['run']>[0];

/**
 * Job `send-brev`: writes the letter that header `brev` names, once per job, and tells its recipient (the person the case is
 * about) that there is something to read. Gives `brevSendtPaa`, the day from which deadlines after the letter run.
 */
export function createSendLetter(parts: LetterParts): JobHandler {
  return {
    type: 'send-brev',
    run: async (job) => {
      const template = templateOf(parts.templates, job);
      const subject = await parts.cases.find(job.tenant, job.processInstanceId);
      const person = subject?.subject && (await parts.directory.person(job.tenant, subject.subject));
      const values = letterValues(job, subject, person || undefined, await parts.municipality(job.tenant));
      await parts.letters.write({
        tenant: job.tenant,
        key: job.key,
        processInstanceId: job.processInstanceId,
        template: job.headers['brev'] ?? '',
        title: fillTemplate(template.title, values),
        text: fillTemplate(template.body, values),
        ...(person ? { to: person.id } : {}),
        at: job.at,
      });
      if (person) await tellAboutLetter(parts, job, person);
      return { brevSendtPaa: localDateOf(job.at) };
    },
  };
}

function templateOf(templates: LetterTemplates, { headers, node }: Job): LetterTemplate {
  const id = headers['brev'];
  const template = id === undefined ? undefined : templates.get(id);
  if (template !== undefined) return template;

  throw new Error(
    `Expected header 'brev' of '${node}' to name a letter under workflows/brev/, but it says '${id ?? ''}'`,
  );
}

function letterValues(job: Job, row: CaseRow | undefined, person: Person | undefined, kommune: string): JsonObject {
  return {
    ...job.variables,
    navn: person?.name ?? '',
    saksnavn: row?.title ?? '',
    saksnummer: row?.businessKey ?? job.processInstanceId,
    dato: norwegianDate(localDateOf(job.at)),
    kommune,
  };
}

async function tellAboutLetter(parts: LetterParts, job: Job, person: Person): Promise<void> {
  const { tenant, key, processInstanceId, at } = job;
  const { subject, text } = applicantNotice(parts.texts, await parts.municipality(tenant), person);
  const row = { tenant, key: `${key}/${person.id}`, processInstanceId, kind: 'letter', subject, text, at };
  await parts.postbox.deliver(person, row);
}
