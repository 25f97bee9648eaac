import pg from 'pg';

/**
 * Lets the login of `applicationUrl` become the application's roles, which own nothing. `ownerUrl` logs in as the owner who
 * made them. Nothing to do where both are the same login; safe to repeat.
 */
export async function admitApplication(ownerUrl: string, applicationUrl: string): Promise<void> {
  const login = decodeURIComponent(new URL(applicationUrl).username);
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  if (login === '' || login === owner) return;

  const client = new pg.Client({ connectionString: ownerUrl }).on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`grant boligflyt_app, boligflyt_queue to ${client.escapeIdentifier(login)}`);
  } finally {
    await client.end();
  }
}
