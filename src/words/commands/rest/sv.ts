import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	command: {
		at_rest: "{output}: i viloläge",
		not_at_rest: "{output}: INTE i viloläge: {why}",
		not_switched: "den slog inte om",
		off_now: "Styrningen som är igång är nu avstängd.",
		nobody_here: "Ingen styrning är igång på de här utgångarna.",
		silence_test_begun:
			"Tystnadstestet börjar så snart var och en av dessa utgångar går och inget annat behöver den. I 15 minuter får en elpatron slås på för det. `solar-heating explain` visar resultatet.",
		silence_test_line: "{output}: {standing}",
		silence_test_last: "{output}: {standing} (senaste testet {date}, {took} s)",
	},
};
