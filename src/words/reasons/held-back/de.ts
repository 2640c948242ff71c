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
		valve_first: "Wartet, bis die Ventile so stehen, wie {circuit:id} es braucht.",
		valve_unknown: "Bleibt aus, weil nicht bekannt ist, wie {output:id} steht.",
		flow_elsewhere: "Bleibt aus, weil Wärme auch durch {circuit:id} fließen würde.",
		pump_first: "Behält seine Stellung, bis bestätigt ist, dass {by:id} aus ist.",
		valve_elsewhere: "{output:id} wird in der anderen Stellung gehalten.",
		valve_stays: "Behält seine Stellung, bis ein Kreis eine andere braucht.",
		for_circuit: "Steht so, wie {circuit:id} es braucht.",
		displaced: "{circuit:id} hat Vorrang.",
		flows_along: "Die Pumpe läuft für {circuit:id}, und kein Ventil schließt diesen Kreis.",
	},
};
