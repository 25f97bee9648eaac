import { readerOf } from '../../cases/access/reader-of.js';
import { yearSpan } from '../../cases/figures/kostra-report.js';
import { fewestShown } from '../../cases/figures/suppress.js';
import { checkpointStories } from '../../cases/participation/checkpoint-story.js';
import { evaluationProcess } from '../../cases/projects/evaluation-story.js';
import { heardAlone, heardTogether } from '../../cases/participation/who-was-heard.js';
import { localDateOf } from '../../engine/index.js';
import type { ParticipationReport } from '../../contract/participation-report.contract.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { checkpointView } from '../views/checkpoint-view.js';
import { viewContext } from '../views/view-context.js';

const checkpointProcess = 'medvirkningspunkt';

/** Who was heard in a year, as far as the reader may see; without a year in the running one. */
export async function participationReport(
  ports: ApiPorts,
  who: RequestActor,
  wanted: number | undefined,
): Promise<ParticipationReport> {
  const { tenant, actor } = who;
  const context = await viewContext(ports, who, []);
  const year = wanted ?? Number(localDateOf(context.now).slice(0, 4));
  const span = yearSpan(year);
  const reader = readerOf({ tenant, actor });
  const [called, projects, evaluations, counts] = await Promise.all([
    ports.cases.list(reader, { process: checkpointProcess, openIn: span }),
    ports.cases.list(reader, { family: 'project' }),
    ports.cases.list(reader, { process: evaluationProcess }),
    ports.figures.checkpoints(tenant, span, ports.figureSettings.checkpointAnswers),
  ]);
  const owners = called.flatMap(({ parentId }) => parentId ?? []);
  const [tasks, outcomes] = await Promise.all([
    ports.userTasks.ofCases(
      tenant,
      called.map(({ id }) => id),
    ),
    ports.checkpoints.ofCases(tenant, owners),
  ]);
  const stories = checkpointStories({ called, tasks, outcomes });
  const titles = new Map<string, string>(projects.map(({ id, title }) => [id, title]));
  // What an evaluation asked is about the project that it evaluates.
  const evaluated = new Map<string, string>(evaluations.map(({ id, businessKey = id }) => [id, businessKey]));
  const projectOf = (ownerId: string | undefined): string => evaluated.get(ownerId ?? '') ?? ownerId ?? '';
  return {
    ...{ year, fewestShown, together: [...heardTogether(stories)], alone: [...heardAlone(counts)] },
    checkpoints: stories.map((story) => ({
      ...checkpointView(story, context),
      // Who may not see the project itself is told its name, as the checkpoint says it.
      owner: titles.get(projectOf(story.ownerId)) ?? story.about,
      projectId: titles.has(projectOf(story.ownerId)) ? projectOf(story.ownerId) : null,
    })),
  };
}
