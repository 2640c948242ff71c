import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	reason: {
		nobody_asks: "Ingen funktion begär drift.",
		not_wired: "{role:role} är inte konfigurerad, så funktionen är inaktiv.",
	},
};
