import type { Options } from "./root.ts";

/**
 * Of the log and of all names in Home Assistant. `auto` is English there: an app is not told Home Assistant's language
 * without the right to its whole API, which a controller has no other use for.
 */
export const languageIn = ({ language }: Pick<Options, "language">) => (language === "auto" ? "en" : language);
