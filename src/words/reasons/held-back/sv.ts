import type { Like } from "../../like.ts";
import type { en } from "./en.ts";

export const sv: Like<typeof en> = {
	reason: {
		least_run: "Minsta gångtid: går i {left:time} till.",
		least_rest: "Minsta vilotid: vilar i {left:time} till.",
		starts_per_hour: "Har startat {starts} gånger den senaste timmen; fler starter tillåts inte.",
		excluded: "Förblir av eftersom {by:id} ska gå.",
		partner_not_off: "Väntar tills det är bekräftat att {by:id} är av.",
		mode_off: "Driftläget är av.",
		mode_test: "Driftläget är test.",
	},
};
