import { admitApplication } from '../../store/admit-application.js';
import { migrate, missingMigrations } from '../../store/migrate.js';
import type { Configuration } from '../config/configuration.js';
import { startEmbeddedPostgres, urlOfRunningPostgres } from '../embedded-postgres/embedded-postgres.js';
import type { ProcessContext } from '../process/run-process.js';
import { refuseToStart } from '../start-refusal.js';

/** Where the database is: as the application uses it, and as the owner of its tables. */
export interface DatabaseAddresses {
  readonly url: string;
  readonly migrationUrl: string;
}

/** The database of the configuration, or an embedded one that stops when everything else has stopped. */
export async function openDatabase(context: ProcessContext): Promise<DatabaseAddresses> {
  const { configuration, stopOrder, onForce, giveUp } = context;
  if (configuration.database !== undefined) return configuration.database;

  const postgres = await startEmbeddedPostgres(configuration.dataFolder);
  stopOrder.add(() => postgres.stop());
  onForce(() => postgres.kill());
  void postgres.lost.then(() => giveUp('Den innebygde databasen stoppet uventet. Start Boligflyt på nytt.'));
  return { url: postgres.url, migrationUrl: postgres.url };
}

/** The address of the database that several processes share; refuses without one, and where `migrate.js` has not been yet. */
export async function requireOwnDatabase({ database }: Configuration): Promise<string> {
  if (database === undefined)
    refuseToStart('En egen web- eller worker-prosess trenger DATABASE_URL: «npm start» har sin egen database.');

  await requireSchema(database.url);
  return database.url;
}

/**
 * Refuses to use a database that is older than this version. One that is newer may be used: a version leaves in place what the
 * version before it needs.
 */
export async function requireSchema(url: string): Promise<void> {
  const [first, ...others] = await missingMigrations(url);
  if (first === undefined) return;

  const more = others.length === 0 ? '' : ` og ${others.length} til`;
  refuseToStart(
    `Databasen er eldre enn denne versjonen (mangler ${first}${more}): kjør «node dist/app/migrate.js» først.`,
  );
}

/** Opens the database with the schema of this version. */
export async function openMigratedDatabase(context: ProcessContext): Promise<DatabaseAddresses> {
  const database = await openDatabase(context);
  await migrate(database.migrationUrl);
  await admitApplication(database.migrationUrl, database.url);
  return database;
}

/** The database to look into while another process may be running on it. */
export async function openDatabaseToRead(context: ProcessContext): Promise<string> {
  const { database, dataFolder } = context.configuration;
  return database?.url ?? urlOfRunningPostgres(dataFolder) ?? (await openDatabase(context)).url;
}
