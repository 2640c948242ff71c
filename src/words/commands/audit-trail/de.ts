import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		trail_unreadable: "Das Prüfprotokoll in {folder} ist nicht lesbar: {why}",
		trail_ended: "die Regelung ist beendet. Erneut versuchen.",
		trail_nothing: "es gibt noch kein Prüfprotokoll; seinen Ordner mit --data nennen.",
		trail_older: "diese Datenbank stammt von einer älteren Version. Die Regelung einmal starten.",
		trail_holds: "{rows} Einträge: Die Kette ist bis zum letzten unversehrt.",
		trail_gone: "Einträge bis {seq} wurden ihres Alters wegen gelöscht; die Kette geht von dort weiter.",
		trail_flawed:
			"{rows} Einträge, und {count} Stellen, an denen die Kette nicht unversehrt ist: Jemand hat die Datei verändert, oder der Datenträger hat Daten verloren.",
		trail_newest: "Der neueste, {seq}: {hash}",
		trail_compare:
			"Wer in die Datei schreiben kann, kann sie auch vollständig neu geschrieben haben. Mit einer anderswo notierten Prüfsumme vergleichen: --head PRÜFSUMME.",
		trail_anchored: "Die angegebene Prüfsumme gehört zur Kette.",
		trail_foreign:
			"Die angegebene Prüfsumme gehört NICHT zur Kette: Alles wurde neu geschrieben, oder der Eintrag wird nicht mehr aufbewahrt.",
		flaw_entries: "Die Einträge {seq} bis {to} fehlen.",
		flaw_entry: "Eintrag {seq} fehlt.",
		flaw_changed: "Eintrag {seq} ist nicht so, wie er geschrieben wurde, oder nicht an seiner Stelle.",
		flaw_begin: "Der Anfang der Kette fehlt.",
		flaw_end: "Die Marke für das Ende der Kette fehlt.",
	},
};
