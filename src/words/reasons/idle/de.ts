import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	reason: {
		nobody_asks: "Keine Funktion fordert den Betrieb an.",
		not_wired: "{role:role} ist nicht konfiguriert, daher ist diese Funktion inaktiv.",
	},
};
