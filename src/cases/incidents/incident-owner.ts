import type { DeliveryRules } from '../notifications/delivery-rules.js';

/** The group that sees to what is stuck in a process. */
export const incidentOwnerOf = ({ incidents: { owners } }: DeliveryRules, process: string): string =>
  owners.processes[process] ?? owners.usual;
