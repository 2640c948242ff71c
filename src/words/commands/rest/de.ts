import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		at_rest: "{output}: in Ruhestellung",
		not_at_rest: "{output}: NICHT in Ruhestellung: {why}",
		not_switched: "er hat nicht geschaltet",
		off_now: "Die laufende Regelung ist jetzt ausgeschaltet.",
		nobody_here: "Auf diesen Ausgängen läuft keine Regelung.",
	},
};
