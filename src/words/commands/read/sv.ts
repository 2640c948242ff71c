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
		nothing_yet: "ingenting än",
		fault: "fel: {fault}",
		board_mute: "kortet kan inte rapportera det",
	},
};
