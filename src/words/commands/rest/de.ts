import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		at_rest: "{output}: in Ruhestellung",
		not_at_rest: "{output}: NICHT in Ruhestellung: {why}",
		not_switched: "er hat nicht geschaltet",
		off_now: "Die laufende Regelung ist jetzt ausgeschaltet.",
		nobody_here: "Auf diesen Ausgängen läuft keine Regelung.",
		silence_test_begun:
			"Der Stilletest beginnt, sobald jeder dieser Ausgänge läuft und nichts anderes ihn braucht. 15 Minuten lang darf ein Heizstab dafür eingeschaltet werden. `solar-heating explain` nennt das Ergebnis.",
		silence_test_line: "{output}: {standing}",
		silence_test_last: "{output}: {standing} (letzter Test {date}, {took} s)",
	},
};
