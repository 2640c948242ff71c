import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		trail_unreadable: "Revisionsloggen i {folder} kan inte läsas: {why}",
		trail_ended: "styrningen har avslutats. Försök igen.",
		trail_nothing: "det finns ingen revisionslogg än; ange dess mapp med --data.",
		trail_older: "databasen är gjord av en äldre version. Starta styrningen en gång.",
		trail_holds: "{rows} poster: kedjan är intakt fram till den sista.",
		trail_gone: "Poster till och med {seq} har gallrats på grund av ålder; kedjan fortsätter därifrån.",
		trail_flawed:
			"{rows} poster, och {count} ställen där kedjan inte är intakt: någon har ändrat filen, eller så har disken förlorat data.",
		trail_newest: "Den nyaste, {seq}: {hash}",
		trail_compare:
			"Den som kan skriva i filen kan också ha skrivit om hela. Jämför med en kontrollsumma som är antecknad någon annanstans: --head KONTROLLSUMMA.",
		trail_anchored: "Kontrollsumman som du angav är en del av kedjan.",
		trail_foreign:
			"Kontrollsumman som du angav är INTE en del av kedjan: allt har skrivits om, eller så sparas posten inte längre.",
		flaw_entries: "Posterna {seq} till {to} saknas.",
		flaw_entry: "Post {seq} saknas.",
		flaw_changed: "Post {seq} är inte som den skrevs, eller inte på sin plats.",
		flaw_begin: "Kedjans början saknas.",
		flaw_end: "Märket för kedjans slut saknas.",
	},
};
