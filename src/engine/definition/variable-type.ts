/**
 * What a variable is declared to hold by the item definition that its data refer to (BPMN 2.0.2 §8.4.10): a value of one of
 * FEEL’s base types, or a list of them. `duration` is XML Schema’s: of months or of days, as the value says.
 */
export interface VariableType {
  readonly base:
    | 'string'
    | 'number'
    | 'boolean'
    | 'date'
    | 'time'
    | 'date and time'
    | 'days and time duration'
    | 'years and months duration'
    | 'duration';
  readonly isList: boolean;
}

/** The types of names, as they are seen from one place of a diagram. */
export type VariableTypes = ReadonlyMap<string, VariableType>;
