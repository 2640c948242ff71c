import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	reason: {
		nobody_asks: "Nichts verlangt danach.",
		not_wired: "{role:role} ist nicht angeschlossen, daher ruht diese Funktion.",
	},
};
