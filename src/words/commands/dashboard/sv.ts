import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		dashboard_card:
			"Ritningen behöver sitt skript: kopiera solar-heating-card.js till mappen www bredvid Home Assistants configuration.yaml (starta om Home Assistant om mappen inte fanns). Sedan Inställningar > Kontrollpaneler > Resurser i menyn > Lägg till resurs: /local/solar-heating-card.js?v={version}, JavaScript-modul. Kopiera filen igen när appen har uppdaterats, och ändra numret.",
		dashboard_no_card: "Den här utcheckningen har inget kort än: npm run build bygger det.",
		dashboard_not_written: "{file} kunde inte skrivas: {cause}",
		dashboard_how:
			"I Home Assistant: Inställningar > Kontrollpaneler > Lägg till kontrollpanel > Ny kontrollpanel från grunden. Öppna den, välj Redigera kontrollpanel (pennan uppe till höger) och sedan Redigera i YAML i menyn där. Ersätt all text med det här.",
		dashboard_renamed: "Har du bytt id på en entitet i Home Assistant, så ändra id:t här också.",
	},
};
