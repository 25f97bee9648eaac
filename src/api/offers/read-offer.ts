import { wholeCaseOfRow } from '../../cases/whole-case.js';
import type { OfferView } from '../../contract/offer.contract.js';
import { visibleUserTask } from '../access/visible.js';
import { shownCase } from '../access/shown.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { offerOf, stepOf } from './list-offers.js';

const offerStage = 7;

/** The offer that a task is part of, with whom to ask for more time; 404 for a task that is none, or that is not theirs to work on. */
export async function readOffer(ports: ApiPorts, who: RequestActor, id: string): Promise<OfferView> {
  const task = await visibleUserTask(ports, who, id);
  const step = stepOf(task);
  if (step === undefined || !task.isOpenToReader) throw problem('not-found');

  const found = await shownCase(ports, who, { id: task.case.id, part: 'task' });
  const { alternatives, viewings } = await offerOf(ports, who.tenant, [task]);
  const stage = ports.journeyText.find((text) => text.stage === offerStage);
  return {
    processInstanceId: wholeCaseOfRow(found),
    title: task.case.title,
    step,
    alternatives: [...alternatives],
    viewings: viewings.map(({ home, on = null }) => ({ home, on })),
    unit: stage?.who ?? '',
    phone: stage?.phone ?? null,
  };
}
