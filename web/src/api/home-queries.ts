import { buildingDetailSchema, homeListSchema, repairFiguresSchema } from '@contract/home.contract.js';
import { rentArrearsSchema, rentOfLeaseSchema } from '@contract/rent.contract.js';
import { meetingBuildingsSchema, residentsMeetingsSchema } from '@contract/residents.contract.js';
import { routes } from '@contract/routes.contract.js';
import { safetyFiguresSchema, unsafetyStandingSchema } from '@contract/safety.contract.js';
import { windDownSchema } from '@contract/wind-down.contract.js';
import { queryOptions } from '@tanstack/react-query';
import { read } from './client.js';
import { pathOf } from './path.js';

export const buildingQuery = (buildingId: string) =>
  queryOptions({
    queryKey: ['building', buildingId],
    queryFn: () => read(pathOf(routes.building, { id: buildingId }), buildingDetailSchema),
  });

export const meetingsQuery = (buildingId: string) =>
  queryOptions({
    queryKey: ['residents-meetings', buildingId],
    queryFn: () => read(pathOf(routes.residentsMeetings, { id: buildingId }), residentsMeetingsSchema),
  });

export const meetingBuildingsQuery = () =>
  queryOptions({
    queryKey: ['meeting-buildings'],
    queryFn: () => read(routes.meetingBuildings, meetingBuildingsSchema),
  });

export const repairFiguresQuery = (buildingId: string) =>
  queryOptions({
    queryKey: ['repair-figures', buildingId],
    queryFn: () => read(pathOf(routes.repairFigures, { id: buildingId }), repairFiguresSchema),
  });

export const buildingSafetyQuery = (buildingId: string) =>
  queryOptions({
    queryKey: ['building-safety', buildingId],
    queryFn: () => read(pathOf(routes.buildingSafety, { id: buildingId }), safetyFiguresSchema),
  });

/** A lease, by the home that it is for. */
export interface LeaseOf {
  readonly home: string;
  readonly tenancy: string;
}

export const rentQuery = ({ home, tenancy }: LeaseOf) =>
  queryOptions({
    queryKey: ['rent', home, tenancy],
    queryFn: () => read(pathOf(routes.rentOfLease, { id: home, tenancy }), rentOfLeaseSchema),
  });

export const windDownQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['wind-down', caseId],
    queryFn: () => read(pathOf(routes.windDown, { id: caseId }), windDownSchema),
  });

export const arrearsQuery = () =>
  queryOptions({ queryKey: ['rent-arrears'], queryFn: () => read(routes.rentArrears, rentArrearsSchema) });

/** The homes that the reader lives in, for one who sees no others. */
export const ownHomesQuery = () =>
  queryOptions({ queryKey: ['own-homes'], queryFn: () => read(`${routes.homes}?limit=10`, homeListSchema) });

export const safetyReportQuery = (code: string) =>
  queryOptions({
    queryKey: ['safety-report', code],
    queryFn: () => read(pathOf(routes.safetyReport, { id: code }), unsafetyStandingSchema),
    retry: false,
  });
