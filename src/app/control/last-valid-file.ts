/** The last valid options, in the data folder, without the broker's group. */
export const LAST_VALID = "last-valid-options.json";
