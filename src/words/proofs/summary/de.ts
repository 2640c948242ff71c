import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		all_in_order:
			"Alles in Ordnung: die Verbindung zum Broker steht mit Anmeldung, und der Broker weist alle anderen ab bei {places}; ob er weitere Listener hat, ist hier nicht bekannt, und keiner wurde versucht.",
		all_in_order_but:
			"Alles in Ordnung: die Verbindung zum Broker steht mit Anmeldung, und der Broker weist alle anderen ab bei {places}; von seinen weiteren Listenern wurden diese nicht versucht: {listeners}.",
		all_in_order_whole:
			"Alles in Ordnung: die Verbindung zum Broker steht mit Anmeldung, und der Broker weist alle anderen ab bei {places}, und {config} nennt keinen weiteren Listener.",
		in_order_unproven:
			"Kein Schritt schlägt fehl bei {places}, aber nicht alles ist nachgewiesen: der Broker hat nicht gezeigt, ob diese gelten: {steps}.",
		to_know: "Zur Kenntnis: siehe {steps}.",
		one_step_fails: "Ein Schritt ist nicht in Ordnung.",
		steps_fail: "{count} Schritte sind nicht in Ordnung.",
		begin_with: "Mit {step} beginnen.",
	},
};
