import { admitApplication } from '../../store/admit-application.js';
import { migrate } from '../../store/migrate.js';
import { startEmbeddedPostgres, urlOfRunningPostgres } from '../embedded-postgres/embedded-postgres.js';
import type { ProcessContext } from '../process/run-process.js';

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
