/** In the data folder: everything that survives a restart. */
export const STORE_FILE = "solar-heating.db";
/** A complete copy beside it while Home Assistant makes a backup, because the file itself may be written meanwhile. */
export const BACKUP_FILE = "solar-heating.backup";
/** The copy while it is being made. */
export const DRAFT_FILE = `${BACKUP_FILE}.new`;
/** How often the database was written. It is a separate file, so that an older database is recognised by its lower count. */
export const MARK_FILE = "solar-heating.mark";
/** The hash of the page's password, where there is no ingress. */
export const PAGE_PASSWORD_FILE = "page-password";
/** The password that the app made, until its owner has logged in with it. */
export const FIRST_PASSWORD_FILE = "page-first-password";
/** Who is logged in to the page: hashes of session ids. */
export const PAGE_SESSIONS_FILE = "page-sessions";
