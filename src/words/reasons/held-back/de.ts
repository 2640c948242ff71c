import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	reason: {
		least_run: "Läuft noch {left:time}, um die Anlage zu schonen.",
		least_rest: "Ruht noch {left:time}, um die Anlage zu schonen.",
		starts_per_hour: "Ist in der letzten Stunde {starts}-mal gestartet; mehr ist nicht erlaubt.",
		excluded: "Lässt {by:id} den Vortritt.",
		partner_not_off: "Wartet, bis {by:id} sicher aus ist.",
		mode_off: "Die Betriebsart ist aus.",
		mode_test: "Die Betriebsart ist Test.",
	},
};
