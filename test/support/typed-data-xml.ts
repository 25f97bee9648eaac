/** An item definition of a type of XML Schema (`xsd:date`), FEEL (`feel:date`) or whatever else is written. */
export const item = (id: string, structure: string, attributes = ''): string =>
  `<itemDefinition xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:feel="https://www.omg.org/spec/DMN/20191111/FEEL/"
    xmlns:egne="https://egne.no/typer" id="${id}" structureRef="${structure}" ${attributes}/>`;

/** A data object of an item definition. */
export const dataObject = (name: string, itemId: string, attributes = ''): string =>
  `<dataObject id="${name}" itemSubjectRef="${itemId}" ${attributes}/>`;

/** A script task that computes `svar` in FEEL. */
export const compute = (id: string, feel: string): string =>
  `<scriptTask id="${id}" boligflyt:resultVariable="svar"><script><![CDATA[=${feel}]]></script></scriptTask>`;
