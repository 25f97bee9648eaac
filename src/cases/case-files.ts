import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DeadlineRegister } from '../engine/index.js';
import { readImpartialityRules, type ImpartialityRules } from './access/impartiality.js';
import { readReadWords, type ReadWords } from './access/read-words.js';
import { readCrisisHelp, type DatedCrisisHelp } from './crisis/crisis-help.js';
import { readFigureSettings, type FigureSettings } from './figures/figure-settings.js';
import { readDeadlineRegister } from './deadlines/read-deadline-register.js';
import type { IdentityWords } from './deidentification/finding.js';
import { readIdentityWords } from './deidentification/read-identity-words.js';
import { readLegalBases, type LegalBases } from './decisions/legal-bases.js';
import { readHomeRequirements, type DatedHomeRequirements } from './homes/home-requirements.js';
import type { JourneyText } from './journey/journey-text.js';
import { readJourneyText } from './journey/read-journey-text.js';
import type { LetterTemplates } from './letters/letter-template.js';
import { readLetterTemplates } from './letters/letter-template.js';
import { readNeedRules, type NeedRules } from './needs/need-rules.js';
import { readDeliveryRules, type DeliveryRules } from './notifications/delivery-rules.js';
import type { NoticeTextsByLanguage } from './notifications/notice-texts.js';
import { readNoticeTexts } from './notifications/notice-texts.js';

/** What the municipality says in files and not in code: how long deadlines are, and every sentence to people. */
export interface CaseFiles {
  readonly deadlines: DeadlineRegister;
  readonly texts: NoticeTextsByLanguage;
  readonly rules: DeliveryRules;
  readonly templates: LetterTemplates;
  readonly journey: JourneyText;
  readonly legalBases: LegalBases;
  readonly impartiality: ImpartialityRules;
  readonly crisis: DatedCrisisHelp;
  readonly readWords: ReadWords;
  /** What a name, a place and an address look like. */
  readonly identityWords: IdentityWords;
  /** By which types of home needs are counted. */
  readonly needRules: NeedRules;
  /** What figures are made of. */
  readonly figures: FigureSettings;
  /** What a home must have to be offered to somebody. */
  readonly homeRequirements: DatedHomeRequirements;
}

/** Reads the files of the folder `workflows`; refuses what is not complete. */
export async function readCaseFiles(folder: string): Promise<CaseFiles> {
  const letters = path.join(folder, 'brev');
  const [
    deadlines,
    texts,
    rules,
    templates,
    journey,
    legalBases,
    impartiality,
    crisis,
    readWords,
    identityWords,
    needRules,
    figures,
    homeRequirements,
  ] = await Promise.all([
    readDeadlineRegister(folder),
    readNoticeTexts(path.join(folder, 'meldinger')),
    readDeliveryRules(path.join(folder, 'varsling.json')),
    existsSync(letters) ? readLetterTemplates(letters) : new Map(),
    readJourneyText(path.join(folder, 'boligsokerreise.json')),
    readLegalBases(path.join(folder, 'hjemler.json')),
    readImpartialityRules(path.join(folder, 'habilitet.json')),
    readCrisisHelp(path.join(folder, 'krise.json')),
    readReadWords(path.join(folder, 'innsyn.json')),
    readIdentityWords(path.join(folder, 'avidentifisering.json')),
    readNeedRules(path.join(folder, 'behov.json')),
    readFigureSettings(path.join(folder, 'tall.json')),
    readHomeRequirements(path.join(folder, 'boligkrav.json')),
  ]);
  return {
    ...{ deadlines, texts, rules, templates, journey, legalBases, impartiality, crisis, readWords },
    ...{ identityWords, needRules, figures, homeRequirements },
  };
}
