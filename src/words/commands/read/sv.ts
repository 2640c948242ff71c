import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		unknown: "okänt",
		stale: "för gammalt",
		broken: "fel",
		measured: "{value:°C}, för {age} s sedan",
		found_value: "{value:°C}",
		found_no_value: "ingen temperatur: {why}",
		found_none: "Det finns ingen 1-Wire-givare. I DOCS.md står hur bussen slås på och kopplas.",
		found_which: "Värm en i handen och fråga igen: dess temperatur stiger.",
		found_write: "I inställningarna skrivs den så här:",
		nothing_yet: "ingenting än",
		fault: "fel: {fault}",
		board_mute: "kortet kan inte säga det",
	},
};
