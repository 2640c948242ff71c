/** Backups of the broker's files. */
export const BACKUPS = "/var/backups/solar-heating/broker";
