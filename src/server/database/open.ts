import type { Database, Place } from './place'
import { openPostgres } from './postgres'
import { openSqlite } from './sqlite'

/** Opens the place with its tables in this version's form. */
export const openDatabase = (place: Place): Promise<Database> =>
  place.kind === 'postgres' ? openPostgres(place.url) : openSqlite(place.folder)
