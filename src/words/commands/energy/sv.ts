import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		energy_none:
			"Den här anläggningen mäter ingen energi. För solvärme behövs en flödesmätare eller pumpens flöde (full_flow), för tanken tre givare med höjd och för en elpatron dess effekt.",
		energy_nothing: "Inget räknades under den här tiden. Dygn sparas från den första midnatt då appen var igång.",
		energy_one_of: "Ange bara en av --days, --months och --years.",
		energy_now: "nu, W",
		energy_today: "i dag",
		energy_month: "denna månad",
		energy_year: "i år",
		energy_total: "totalt",
		energy_boundary: "mätt",
		energy_days: "dygn",
		energy_sun: "Sol",
		energy_rose_sun: "{name}, värmd av solen",
		energy_rose_heater: "{name}, värmd med el",
		energy_rose_mixed: "{name}, värmd av flera källor",
		energy_rose_unexplained: "{name}, värmd, oförklarat",
		energy_rose_part: "{name}, värmd av {part}",
		energy_drawn_or_lost: "{name}, tappat eller förlorat",
		energy_drawn: "{name}, tappat",
		energy_lost: "{name}, förlorat",
		energy_at_collector_loop: "vid solfångarna",
		energy_at_into_tank: "in i tanken",
		energy_at_electricity: "el",
		energy_at_stored: "i tanken",
		energy_at_drawn_or_lost: "i tanken",
		energy_at_drawn: "vid tappstället",
		energy_at_lost: "till rummet",
		energy_unmeasured: "{name}: gick inte att mäta under {unmeasured:time}, och för den tiden räknas inget.",
	},
};
