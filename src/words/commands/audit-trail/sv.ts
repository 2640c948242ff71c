import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		trail_unreadable: "Revisionsloggen i {folder} kan inte läsas: {why}",
		trail_ended: "styrningen har avslutats. Försök igen.",
		trail_nothing: "det finns inget än; ange dess mapp med --data.",
		trail_older: "databasen är gjord av en äldre version. Starta styrningen en gång.",
		trail_holds: "{rows} poster: var och en följer av den före, fram till den sista.",
		trail_gone: "Poster till och med {seq} är gallrade, för att de var gamla; kedjan fortsätter från dem.",
		trail_flawed:
			"{rows} poster, och {count} ställen där kedjan inte håller: någon har ändrat filen, eller så har disken tappat något.",
		trail_newest: "Den nyaste, {seq}: {hash}",
		trail_compare:
			"Den som kan skriva i filen kan ha skrivit om alltihop. Jämför med en kontrollsumma som är antecknad någon annanstans: --head KONTROLLSUMMA.",
		trail_anchored: "Kontrollsumman som du angav är en del av kedjan.",
		trail_foreign:
			"Kontrollsumman som du angav är INTE en del av kedjan: allt har skrivits om, eller så finns det som den hörde till inte kvar.",
		flaw_entries: "Posterna {seq} till {to} saknas.",
		flaw_entry: "Post {seq} saknas.",
		flaw_changed: "Post {seq} är inte som den skrevs, eller inte där.",
		flaw_begin: "Det som kedjan börjar med saknas.",
		flaw_end: "Det som säger var kedjan slutar saknas.",
	},
};
