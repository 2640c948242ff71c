import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	problem: {
		no_such_setting: "Det finns ingen sådan inställning.",
		mode_is_off: "Driftläget är off: ställ det först på auto.",
		hold_range: "Håll den på 0 till 100 %.",
		hold_switch: "Den kan bara vara på eller av: håll den på 0 eller 100 %.",
		hold_level: "Den går på {min} till {max} %, i steg om {step} %: håll den där, eller på 0.",
		hold_time: "Håll den längre än 0 s.",
		no_such_output: "Det finns ingen sådan utgång.",
		number_or_switch: "Ange ett tal, true, false eller en text här.",
		send_number: "Skicka bara ett tal, till exempel 8 eller 7.5.",
		send_switch: "Skicka {on} eller {off}.",
		send_press: "Skicka {press}.",
		send_text: "Skicka en text av den här formen: {example}.",
		send_date: "Skicka ett datum, till exempel 2026-07-31.",
		send_time: "Skicka ett klockslag, till exempel 06:30.",
		send_other_time: "Skicka en annan tid än den andra änden har.",
		clock_unset: "Datorns klocka är inte ställd än: vänta tills den är det.",
		send_choice: "Skicka ett av {choices}.",
		still_starting: "Styrningen startar fortfarande.",
		too_long_or_no_text: "Det är för långt, eller inte text.",
		command_kept:
			"Det publicerades som sparat meddelande (retained) och skulle verka igen efter varje omstart. Publicera det utan retain.",
		broker_needed: "Det kräver en anslutning till en broker.",
		audit_runs: "En granskning pågår: vänta på resultatet.",
		broker_away: "Försök igen när brokern är ansluten.",
		nothing_beyond: "ingen utgång nås via ett nätverk, så det finns inget att testa.",
		tested_lately:
			"{output} gick för sitt tystnadstest för mindre än en timme sedan utan att något bevisades. Rätta till enheten och försök igen om {minutes} min.",
	},
};
