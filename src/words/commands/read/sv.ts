import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		unknown: "okänt",
		stale: "för gammalt",
		broken: "fel",
		measured: "{value:value}, för {age} s sedan",
		found_value: "{value:value}",
		found_no_value: "ingen temperatur: {why}",
		found_none: "Ingen 1-Wire-givare hittades. I DOCS.md står hur bussen slås på och kopplas.",
		found_which: "Värm en i handen och kör igen: dess temperatur stiger.",
		found_write: "Skriv den så här i inställningarna:",
		found_port: "Serieportar:",
		found_board: "Kort:",
		found_line: "GPIO-ledningar:",
		found_device: "Enheter hos brokern:",
		found_maybe: "kan vara: {what}",
		found_is: "är: {what}",
		found_used: "används av {ids}",
		found_held: "används av {by} och lämnas i fred",
		found_others: "hör till ett annat program och lämnas i fred",
		found_unreachable: "kan inte användas: {why}",
		found_channel: "N är kanalens eller reläets nummer. Ingenting skrevs eller kopplades.",
		found_listening: "Lyssnar hos brokern i {seconds} s. Ingenting skickas.",
		found_broker_none: "Ingen enhet har meddelat sig hos brokern.",
		found_refused:
			"Brokern låter inte den här användaren läsa följande. För att se sådana enheter: lägg till de här reglerna medan du söker, och ta bort dem efteråt:",
		found_silent:
			"Ingenting kom på följande. Antingen använder ingen enhet dem, eller så förbjuder brokerns åtkomstfil läsning utan att säga det. Reglerna vore:",
		found_no_broker:
			"Det gick inte att se efter hos brokern ({class}). `solar-heating check` säger varför, och vad som kan göras.",
		nothing_yet: "ingenting än",
		fault: "fel: {fault}",
		board_mute: "kortet kan inte rapportera det",
		beyond_broker: "okänt: den nås via brokern, och bara den app som körs är ansluten dit",
	},
};
