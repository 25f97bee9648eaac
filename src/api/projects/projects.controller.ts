import { Body, Inject, Param } from '@nestjs/common';
import { readerOf } from '../../cases/access/reader-of.js';
import { phases } from '../../cases/projects/phases.js';
import { portfolio } from '../../cases/projects/portfolio.js';
import { projectListSchema } from '../../contract/project.contract.js';
import { projectFindingsSchema } from '../../contract/evaluation.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { projectDetailSchema, stopProjectSchema } from '../../contract/project-detail.contract.js';
import type { ProjectDetail, StopProjectInput } from '../../contract/project-detail.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { shownCase } from '../access/shown.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { viewContext } from '../views/view-context.js';
import { projectDetail } from './project-detail.js';
import { projectFindings } from './project-evaluation.js';
import { projectView } from './project-view.js';
import { stopProject } from './stop-project.js';

/** Housing projects by phase: where they are, what they wait for, what is late. */
@ApiResource('projects')
export class ProjectsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.projects, 'Porteføljen av boligprosjekter', projectListSchema)
  async list(@Who() { tenant, actor }: RequestActor) {
    const { cases, userTasks, checkpoints } = this.ports;
    const visible = await cases.list(readerOf({ tenant, actor }), { family: 'project' });
    const projects = visible.filter(({ parentId }) => parentId === undefined);
    const lists = await Promise.all(
      projects.map(({ id }) => cases.list(readerOf({ tenant, actor }), { parentId: id })),
    );
    const called = lists.flat();
    const ids = [...projects, ...called].map(({ id }) => id);
    const [tasks, outcomes] = await Promise.all([userTasks.ofCases(tenant, ids), checkpoints.ofCases(tenant, ids)]);
    const context = await viewContext(
      this.ports,
      { tenant, actor },
      tasks.map(({ assignee }) => assignee),
    );
    const source = { projects, called, tasks, checkpoints: outcomes, ...context };
    return {
      phases: phases.map(({ phase, name }) => ({ phase, name })),
      items: portfolio(source).map((project) => projectView(project, context)),
    };
  }

  @ReadRoute(
    routes.project,
    'Ett boligprosjekt: faser, porter, politikk, tomter, høring, penger og prognose',
    projectDetailSchema,
  )
  async read(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<ProjectDetail> {
    const found = await shownCase(this.ports, who, { id, part: 'case' });
    if (found.family !== 'project' || found.parentId !== undefined) throw problem('not-found');
    return projectDetail(this.ports, who, found);
  }

  @ReadRoute(routes.projectFindings, 'Hva ferdige boligprosjekter har lært oss', projectFindingsSchema)
  findings(@Who() who: RequestActor) {
    return projectFindings(this.ports, who);
  }

  @CommandRoute(routes.stopProject, 'Stans et boligprosjekt, med begrunnelse til alle som har deltatt')
  stop(
    @Asked() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: stopProjectSchema }) { reason }: StopProjectInput,
  ): Promise<CommandAnswer> {
    return stopProject(this.ports, asked, { id, reason });
  }
}
