import about from './nb/about.json';
import aboutMe from './nb/about-me.json';
import applications from './nb/applications.json';
import attention from './nb/attention.json';
import buildings from './nb/buildings.json';
import figures from './nb/figures.json';
import findings from './nb/findings.json';
import cases from './nb/cases.json';
import changedDecisions from './nb/changed-decisions.json';
import checkpoint from './nb/checkpoint.json';
import choices from './nb/choices.json';
import common from './nb/common.json';
import crisis from './nb/crisis.json';
import decisions from './nb/decisions.json';
import demo from './nb/demo.json';
import documents from './nb/documents.json';
import emergency from './nb/emergency.json';
import exceptions from './nb/exceptions.json';
import journal from './nb/journal.json';
import files from './nb/files.json';
import form from './nb/form.json';
import heard from './nb/heard.json';
import hearing from './nb/hearing.json';
import homes from './nb/homes.json';
import incidents from './nb/incidents.json';
import journey from './nb/journey.json';
import myHome from './nb/my-home.json';
import overseenReads from './nb/overseen-reads.json';
import post from './nb/post.json';
import offers from './nb/offers.json';
import meetings from './nb/meetings.json';
import needs from './nb/needs.json';
import participation from './nb/participation.json';
import place from './nb/place.json';
import plan from './nb/plan.json';
import priorityKey from './nb/priorityKey.json';
import notices from './nb/notices.json';
import operation from './nb/operation.json';
import persons from './nb/persons.json';
import problem from './nb/problem.json';
import project from './nb/project.json';
import projects from './nb/projects.json';
import reads from './nb/reads.json';
import records from './nb/records.json';
import rounds from './nb/rounds.json';
import rents from './nb/rents.json';
import rules from './nb/rules.json';
import start from './nb/start.json';
import tasks from './nb/tasks.json';
import waitingList from './nb/waitingList.json';
import windDown from './nb/wind-down.json';

/** Bokmål: the language every other language is measured against. */
export const bokmaal = {
  about,
  aboutMe,
  applications,
  attention,
  buildings,
  figures,
  findings,
  cases,
  changedDecisions,
  checkpoint,
  choices,
  common,
  crisis,
  decisions,
  demo,
  documents,
  emergency,
  exceptions,
  journal,
  files,
  form,
  heard,
  hearing,
  homes,
  incidents,
  journey,
  myHome,
  offers,
  post,
  overseenReads,
  meetings,
  needs,
  participation,
  place,
  plan,
  priorityKey,
  notices,
  operation,
  persons,
  problem,
  project,
  projects,
  reads,
  records,
  rounds,
  rents,
  rules,
  start,
  tasks,
  waitingList,
  windDown,
};
