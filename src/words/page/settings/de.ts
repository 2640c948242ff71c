import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	page: {
		failed: "Die Seite hat versagt; das Protokoll sagt, warum. Die Regelung läuft weiter.",
		disk_full:
			"Der Datenträger ist voll, daher wurde dies nicht ausgeführt. Die Regelung läuft weiter. Platz schaffen, dann erneut versuchen.",
		disk_read_only:
			"Der Datenträger nimmt keine Änderungen mehr an, daher wurde dies nicht ausgeführt. Die Regelung läuft weiter. Das geschieht, wenn ein Datenträger ausfällt: im Protokoll des Rechners nachsehen und eine Sicherung anlegen.",
		disk_not_allowed:
			"Die App darf ihre Dateien nicht schreiben, daher wurde dies nicht ausgeführt. Die Regelung läuft weiter. Den Datenordner dem Benutzer geben, unter dem die App läuft.",
		disk_failed:
			"Der Datenträger hat den Auftrag nicht ausgeführt ({cause}), daher blieb es dabei. Die Regelung läuft weiter. Im Protokoll des Rechners nachsehen, dann erneut versuchen.",
	},
};
