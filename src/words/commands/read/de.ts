import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		unknown: "unbekannt",
		stale: "veraltet",
		broken: "gestört",
		measured: "{value:value}, vor {age} s",
		found_value: "{value:value}",
		found_no_value: "keine Temperatur: {why}",
		found_none:
			"Es wurde kein 1-Wire-Fühler gefunden. In DOCS.md steht, wie der Bus eingeschaltet und angeschlossen wird.",
		found_which: "Einen in der Hand erwärmen und erneut ausführen: Seine Temperatur steigt.",
		found_write: "In den Optionen so eintragen:",
		nothing_yet: "noch nichts",
		fault: "Störung: {fault}",
		board_mute: "die Karte kann es nicht melden",
	},
};
