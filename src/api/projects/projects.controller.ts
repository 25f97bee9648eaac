import { Inject } from '@nestjs/common';
import { readerOf } from '../../cases/access/reader-of.js';
import { phases } from '../../cases/projects/phases.js';
import { portfolio } from '../../cases/projects/portfolio.js';
import type { Project } from '../../cases/projects/portfolio.js';
import { projectListSchema } from '../../contract/project.contract.js';
import type { ProjectView } from '../../contract/project.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, ReadRoute } from '../api-route.js';
import { Who } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { deadlineView } from '../views/deadline-view.js';
import { viewContext } from '../views/view-context.js';
import type { ViewContext } from '../views/view-context.js';

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
}

const projectView = (project: Project, context: ViewContext): ProjectView => ({
  id: project.case.id,
  title: project.case.title,
  phase: project.phase,
  phaseName: project.phaseName,
  phaseSince: project.phaseSince,
  state: project.case.state,
  waitingFor: project.waitingFor.map(({ task, who }) => ({
    what: task.name,
    who,
    since: task.createdAt,
    deadline: deadlineView(task.deadline, context),
  })),
  overdue: project.overdue,
  checkpoints: [...project.checkpoints],
});
