import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	reason: {
		nobody_asks: "Ingenting kräver den.",
		not_wired: "{role:role} är inte inkopplad, så funktionen vilar.",
	},
};
