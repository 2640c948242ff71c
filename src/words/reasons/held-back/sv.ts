import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	reason: {
		least_run: "Går i {left:time} till för att skona utrustningen.",
		least_rest: "Vilar i {left:time} till för att skona utrustningen.",
		starts_per_hour: "Har startat {starts} gånger den senaste timmen; fler tillåts inte.",
		excluded: "Lämnar företräde åt {by:id}.",
		partner_not_off: "Väntar tills {by:id} säkert är av.",
		mode_off: "Driftläget är av.",
		mode_test: "Driftläget är test.",
	},
};
