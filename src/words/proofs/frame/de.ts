import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	proof: {
		verbatim: "{text}",
		cause: "{cause:mqtt}",
		mend: "{remedy:mqtt}",
		detail_code: "Der Code ist {detail}.",
		detail: "Einzelheiten: {detail:detail}.",
		nobody_to_ask: "Nicht versucht: es gibt keinen Broker, mit dem eine Verbindung möglich wäre.",
		needs_first: "Nicht versucht: zuerst muss `{step}` in Ordnung sein.",
		no_result: "Binnen {seconds} s kam kein Ergebnis.",
		check_broke: "Die Prüfung selbst ist fehlgeschlagen ({kind}).",
		check_broke_mend: "Das ist ein Fehler dieser App: bitte melden.",
	},
};
