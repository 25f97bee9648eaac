import type { Project } from '../../cases/projects/portfolio.js';
import type { ProjectView } from '../../contract/project.contract.js';
import { deadlineView } from '../views/deadline-view.js';
import type { ViewContext } from '../views/view-context.js';

/** A project as it stands in the portfolio. */
export const projectView = (project: Project, context: ViewContext): ProjectView => ({
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
