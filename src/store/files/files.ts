/** In the data folder: everything that outlives a restart. */
export const STORE_FILE = "solar-heating.db";
/** Beside it while Home Assistant makes a backup: a copy that is whole, where the file itself may be written meanwhile. */
export const BACKUP_FILE = "solar-heating.backup";
/** The same, being made. */
export const DRAFT_FILE = `${BACKUP_FILE}.new`;
/** How often the database was written, kept apart from it: a database with a lower count is an older one. */
export const MARK_FILE = "solar-heating.mark";
