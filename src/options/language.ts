import type { Options } from "./root.ts";

/**
 * The language of the log and of all names in Home Assistant. `auto` means English there, because an app learns Home
 * Assistant's language only with the right to its whole API, which a controller should not have.
 */
export const languageIn = ({ language }: Pick<Options, "language">) => (language === "auto" ? "en" : language);
