import { z } from 'zod';

/** An id in a path: what we ever make, so that anything else is simply not found. */
export const idSchema = z.string().regex(/^[A-Za-z0-9æøåÆØÅ][A-Za-z0-9æøåÆØÅ._-]{0,199}$/);

/** The Message-ID of a mail in a path. */
export const mailIdSchema = z.string().min(1).max(500);

/** A version number in a path. */
export const versionSchema = z
  .string()
  .regex(/^[1-9][0-9]{0,8}$/)
  .transform(Number);

/** Makes validation speak Norwegian; called once when the application starts. */
export function speakNorwegian(): void {
  z.config(z.locales.no());
}
