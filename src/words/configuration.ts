import { TEXTS as DE } from "./de.ts";
import { TEXTS as EN } from "./en.ts";
import { TEXTS as SV } from "./sv.ts";

/** The texts of the options: for Home Assistant's options page, and for the page on which the app's own options are set. */
export const TEXTS = { en: EN.configuration, sv: SV.configuration, de: DE.configuration } as const;
