import type { Like } from "../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	silence: {
		mode: "die Betriebsart ist nicht Automatik",
		off: "er läuft nicht",
		not_own: "er läuft aus einem anderen als seinem eigenen Grund",
		held: "etwas wird von Hand gehalten",
		protecting: "die Anlage schützt sich selbst",
		fault: "ein Fühler oder ein Ausgang hat eine Störung",
		near_limit: "der Kollektor oder ein Speicher liegt weniger als 20 K unter einem Grenzwert",
		time: "er beginnt bald",
		unwanted: "die Regelung wollte ihn aus",
		lost: "das Gerät meldete nichts mehr",
		restarted: "das Gerät startete neu oder verband sich neu",
		elsewhere: "die App verband sich mit einem anderen Broker",
		early: "er ging früher aus, als seine Zeitschaltung ablaufen konnte",
		other_hand: "etwas anderes hat ihn geschaltet oder seine Zeitschaltung erneuert",
		no_load:
			"sein Messgerät sah keine Last, während er an war: die Last anschließen oder ihren Thermostat höher stellen",
		meter_silent: "sein Messgerät meldete nichts mehr",
		meter_old:
			"sein Messgerät meldete nach dem Ausschalten nichts: es mindestens einmal in der Minute die Leistung melden lassen",
		untested: "nie getestet",
		waiting: "wartet",
		running: "läuft",
		passed: "bestanden",
		overdue: "überfällig",
		failed: "nicht bestanden",
	},
};
