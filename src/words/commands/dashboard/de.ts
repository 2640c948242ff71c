import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const de: Like<typeof en> = {
	command: {
		dashboard_card:
			"Die Zeichnung braucht ihr Skript: solar-heating-card.js in den Ordner www neben der configuration.yaml von Home Assistant kopieren (gab es ihn nicht, Home Assistant neu starten). Dann Einstellungen > Dashboards > Ressourcen im Menü > Ressource hinzufügen: /local/solar-heating-card.js?v={version}, JavaScript-Modul. Nach einem Update der App die Datei neu kopieren und die Nummer ändern.",
		dashboard_no_card: "In diesem Checkout fehlt die Karte noch: npm run build erzeugt sie.",
		dashboard_not_written: "{file} konnte nicht geschrieben werden: {cause}",
		dashboard_how:
			"In Home Assistant: Einstellungen > Dashboards > Dashboard hinzufügen > Neues Dashboard von Grund auf. Es öffnen, „Dashboard bearbeiten“ wählen (den Stift oben rechts), dann im Menü dort den Raw-Konfigurationseditor. Den ganzen Text durch diesen ersetzen.",
		dashboard_renamed: "Wurde eine Entität in Home Assistant umbenannt, ihre ID auch hier ändern.",
	},
};
