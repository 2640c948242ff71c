import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	reason: {
		least_run: "Mindestlaufzeit: läuft noch {left:time}.",
		least_rest: "Mindestpause: ruht noch {left:time}.",
		starts_per_hour: "Ist in der letzten Stunde {starts}-mal gestartet; mehr Starts sind nicht erlaubt.",
		excluded: "Bleibt aus, weil {by:id} laufen soll.",
		partner_not_off: "Wartet, bis bestätigt ist, dass {by:id} aus ist.",
		mode_off: "Die Betriebsart ist aus.",
		mode_test: "Die Betriebsart ist Test.",
	},
};
