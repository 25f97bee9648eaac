/** What a reader of diagrams may be told; everything absent is how diagrams are read for production. */
export interface ReadOptions {
  /** Whose extension attributes are understood beside our own. */
  readonly dialect?: Dialect;
  /** Scripts in other languages than FEEL become jobs `script:<format>`; absent: they are refused. */
  readonly scripts?: 'jobs';
  /** Manual tasks wait until somebody lets them go on; absent: the token passes. */
  readonly manualTasks?: 'wait';
  /** Where no process says that it is executable, all of them are run; absent: processes that do not say so are drawings. */
  readonly nonExecutable?: 'run';
}

/** A vendor's extension of BPMN that is translated into ours. */
export type Dialect = 'zeebe' | 'camunda7';
