import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		trail_unreadable: "Das Prüfprotokoll in {folder} ist nicht lesbar: {why}",
		trail_ended: "die Regelung ist beendet. Noch einmal versuchen.",
		trail_nothing: "es gibt noch nichts; seinen Ordner mit --data nennen.",
		trail_older: "diese Datenbank stammt von einer älteren Version. Die Regelung einmal starten.",
		trail_holds: "{rows} Einträge: jeder folgt aus dem davor, bis zum letzten.",
		trail_gone: "Einträge bis {seq} sind, weil alt, gelöscht; die Kette geht von ihnen aus weiter.",
		trail_flawed:
			"{rows} Einträge, und {count} Stellen, an denen die Kette nicht hält: Jemand hat die Datei verändert, oder der Datenträger hat etwas verloren.",
		trail_newest: "Der neueste, {seq}: {hash}",
		trail_compare:
			"Wer in die Datei schreiben kann, könnte alles neu geschrieben haben. Mit einer anderswo notierten Prüfsumme vergleichen: --head PRÜFSUMME.",
		trail_anchored: "Die angegebene Prüfsumme gehört zur Kette.",
		trail_foreign:
			"Die angegebene Prüfsumme gehört NICHT zur Kette: Alles wurde neu geschrieben, oder wozu sie gehörte, wird nicht mehr aufbewahrt.",
		flaw_entries: "Die Einträge {seq} bis {to} fehlen.",
		flaw_entry: "Eintrag {seq} fehlt.",
		flaw_changed: "Eintrag {seq} ist nicht, wie oder wo er geschrieben wurde.",
		flaw_begin: "Womit die Kette beginnt, fehlt.",
		flaw_end: "Was sagt, wo die Kette endet, fehlt.",
	},
};
