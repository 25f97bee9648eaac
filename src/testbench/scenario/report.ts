import { coverageOf, neverPassed, shareText, type Coverage } from './coverage.js';
import type { Outcome } from './run-scenario.js';

const mostListed = 20;

/** How the scenarios of one file went. */
export interface FileReport {
  readonly file: string;
  readonly outcomes: readonly Outcome[];
  /** Why there are no outcomes. */
  readonly unreadable?: string;
}

/** The report as people read it: every scenario, what is wrong, and what no scenario passes. */
export function reportText(reports: readonly FileReport[]): string {
  const outcomes = reports.flatMap((report) => report.outcomes);
  return [
    ...reports.flatMap((report) => [...fileLines(report), '']),
    'Coverage',
    ...coverageOf(outcomes.map(({ bench }) => bench)).flatMap(coverageLines),
    '',
    verdict(reports),
    '',
  ].join('\n');
}

function verdict(reports: readonly FileReport[]): string {
  const outcomes = reports.flatMap((report) => report.outcomes);
  const failed = outcomes.filter(({ problems }) => problems.length > 0).length;
  const unread = reports.filter(({ unreadable }) => unreadable !== undefined).length;
  if (reports.length === 0) return 'no file *.scenario.yaml was found';
  if (failed + unread === 0) return `${outcomes.length} scenarios hold`;
  const files = unread === 0 ? '' : `, ${unread} files cannot be read`;
  return `${failed} of ${outcomes.length} scenarios do not hold${files}`;
}

const fileLines = ({ file, outcomes, unreadable }: FileReport): readonly string[] => [
  file,
  ...(unreadable === undefined ? [] : [`  ✗ ${unreadable}`]),
  ...outcomes.flatMap(outcomeLines),
];

const outcomeLines = ({ name, problems }: Outcome): readonly string[] => [
  `  ${problems.length === 0 ? '✓' : '✗'} ${name}`,
  ...problems.map((problem) => `      ${problem}`),
];

function coverageLines(coverage: Coverage): readonly string[] {
  const { definition, passed } = coverage;
  const missed = neverPassed(coverage);
  const nodes = shareText(definition.nodes.keys(), passed);
  const flows = shareText(definition.flows.keys(), passed);
  return [
    `  ${definition.key}: nodes ${nodes}, flows ${flows}`,
    ...(missed.length === 0 ? [] : [`      never passed: ${listed(missed)}`]),
  ];
}

const listed = (places: readonly string[]): string =>
  places.length <= mostListed
    ? places.join(', ')
    : `${places.slice(0, mostListed).join(', ')} and ${places.length - mostListed} more`;
