import { readerOf } from '../../cases/access/reader-of.js';
import { yearSpan } from '../../cases/figures/kostra-report.js';
import { fewestShown } from '../../cases/figures/suppress.js';
import { checkpointStories } from '../../cases/participation/checkpoint-story.js';
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
  const [called, projects, counts] = await Promise.all([
    ports.cases.list(reader, { process: checkpointProcess, openIn: span }),
    ports.cases.list(reader, { family: 'project' }),
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
  const titles = new Map(projects.map(({ id, title }) => [id, title]));
  return {
    ...{ year, fewestShown, together: [...heardTogether(stories)], alone: [...heardAlone(counts)] },
    checkpoints: stories.map((story) => ({
      ...checkpointView(story, context),
      // Who may not see the project itself is told its name, as the checkpoint says it.
      owner: (story.ownerId === undefined ? undefined : titles.get(story.ownerId)) ?? story.about,
      projectId: story.ownerId !== undefined && titles.has(story.ownerId) ? story.ownerId : null,
    })),
  };
}
