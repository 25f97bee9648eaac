/**
 * The family of a process that is a part of an application (søknad) and has a diagram of its own, such as an offer: open to whom the application
 * is open to, told in the applicant's journey and on the application's page, and counted as no case of its own.
 */
export const partOfApplication = 'applicant-part';

/** Whether cases of a family are about one person's application, the whole of it or a part. */
export const isOfApplicant = (family: string | undefined): boolean =>
  family === 'applicant' || family === partOfApplication;
