/** Where the broker's files are kept as they were. */
export const BACKUPS = "/var/backups/solar-heating/broker";
