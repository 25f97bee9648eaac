import type { XmlElement } from '../../../xml/xml-node.js';
import { bpmnChildren, textIn, vendorAttribute, type DialectPlace } from '../dialect-words.js';
import { candidateList, partsOfList, type Candidate } from '../candidates.js';
import { readJuelText } from '../juel/juel-text.js';
import { withOurWords } from '../our-words.js';
import { asFeel, asText, camunda, refuse } from './camunda-text.js';

/** A user task with its people, dates, priority and form in our words. */
export function withPeople(element: XmlElement, place: DialectPlace): XmlElement {
  if (element.local !== 'userTask') return element;
  const word = (name: string): string | undefined => vendorAttribute(element, camunda, name);
  const owners = bpmnChildren(element, 'potentialOwner').flatMap(assigned).flatMap(partsOfOwner);
  const [performer] = bpmnChildren(element, 'humanPerformer').flatMap(assigned);
  const isOfUser = ({ kind }: Owner): boolean => kind === 'user';
  const candidates = (name: string, drawn: readonly Owner[]): string | undefined =>
    candidateList(
      [...partsOfList(word(name) ?? ''), ...drawn.map(({ who }) => who)].flatMap((text) => candidateOf(text, place)),
    );

  return withOurWords(withoutDrawn(element), {
    attributes: {
      assignee: asFeel(word('assignee') ?? performer, place),
      assigneeOptional: 'true',
      candidateUsers: candidates('candidateUsers', owners.filter(isOfUser)),
      candidateGroups: candidates(
        'candidateGroups',
        owners.filter((owner) => !isOfUser(owner)),
      ),
      dueDate: asFeel(word('dueDate'), place),
      followUpDate: asFeel(word('followUpDate'), place),
      priority: numberFeel(word('priority') ?? usualPriority, place),
      form: asText(word('formRef') ?? word('formKey'), place),
    },
  });
}

// What Camunda gives a task that says nothing of it.
const usualPriority = '50';

// Whoever is named in JUEL may be several: a list, or names with commas between.
function candidateOf(text: string, place: DialectPlace): readonly Candidate[] {
  const read = readJuelText(text);
  if (read.kind === 'text') return [read];
  if (read.kind === 'feel') return [{ kind: 'feel', source: namesFeel(read.source) }];
  refuse(text, place);
  return [];
}

const namesFeel = (source: string): string =>
  `if (${source}) instance of string then split(${source}, ", *") else ${source}`;

/** FEEL of what is a number: as it stands, or said in JUEL. */
export const numberFeel = (text: string | undefined, place: DialectPlace): string | undefined =>
  text !== undefined && /^-?\d+$/.test(text) ? `=${text}` : asFeel(text, place);

interface Owner {
  readonly kind: 'user' | 'group';
  readonly who: string;
}

// A name alone is a group's.
function partsOfOwner(text: string): readonly Owner[] {
  return partsOfList(text).map((part) => {
    const [, kind, who = part] = /^(user|group)\((.*)\)$/s.exec(part) ?? [];
    return { kind: kind === 'user' ? 'user' : 'group', who: who.trim() };
  });
}

const assigned = (role: XmlElement): readonly string[] =>
  bpmnChildren(role, 'resourceAssignmentExpression')
    .flatMap((assignment) => [
      ...bpmnChildren(assignment, 'formalExpression'),
      ...bpmnChildren(assignment, 'expression'),
    ])
    .map(textIn)
    .filter((text) => text !== '');

const withoutDrawn = (element: XmlElement): XmlElement => ({
  ...element,
  children: element.children.filter(
    (child) =>
      child.kind !== 'element' ||
      !/^(?:potentialOwner|humanPerformer)$/.test(child.local) ||
      assigned(child).length === 0,
  ),
});
