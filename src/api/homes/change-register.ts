import type { z } from 'zod';
import { tryStep } from '../../cases/homes/try-step.js';
import { homeAnswerSchema } from '../../contract/home.contract.js';
import type { HomeAnswer } from '../../contract/home.contract.js';
import { fileImportAnswerSchema } from '../../contract/record-file.contract.js';
import type { RegisterStep } from '../../runtime/homes/register-step.js';
import type { JsonObject } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import { rejectionProblem } from '../problem/rejection-problem.js';

/** Takes a step in the registers that is about one record, and answers which. */
export const changeRegister = async (ports: ApiPorts, asked: AskedCommand, step: RegisterStep): Promise<HomeAnswer> =>
  homeAnswerSchema.parse(await takeStep(ports, asked, step));

/** Takes a step in the registers and answers from what was committed; a repetition gets the first answer. */
export async function takeStep(
  { homes }: ApiPorts,
  { who, receipt }: AskedCommand,
  step: RegisterStep,
): Promise<JsonObject> {
  const outcome = await homes.desk.change({ tenant: who.tenant, actor: who.actor.id, receipt, step });
  if (outcome.ok) return outcome.gives;

  const { rejection } = outcome;
  throw rejection.reason === 'receipt-reused' ? problem('idempotency-key-reused') : rejectionProblem(rejection);
}

/** A file that is to be taken, or only tried. */
export interface WantedImport {
  readonly step: RegisterStep;
  readonly dryRun: boolean;
}

/** Takes what a file says into the registers and tells how many records were new, corrected or already so; tried only, it changes nothing. */
export const takeImport = async (
  ports: ApiPorts,
  asked: AskedCommand,
  { step, dryRun }: WantedImport,
): Promise<z.infer<typeof fileImportAnswerSchema>> =>
  fileImportAnswerSchema.parse(await takeStep(ports, asked, dryRun ? tryStep(step) : step));
