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
		valve_first: "Väntar tills ventilerna står som {circuit:id} behöver.",
		valve_unknown: "Förblir av eftersom det inte är känt hur {output:id} står.",
		flow_elsewhere: "Förblir av eftersom värme också skulle gå genom {circuit:id}.",
		pump_first: "Behåller sitt läge tills det är bekräftat att {by:id} är av.",
		valve_elsewhere: "{output:id} hålls i det andra läget.",
		valve_stays: "Behåller sitt läge tills en krets behöver ett annat.",
		for_circuit: "Står som {circuit:id} behöver.",
		displaced: "{circuit:id} går före.",
		flows_along: "Pumpen går för {circuit:id}, och ingen ventil stänger den här kretsen.",
	},
};
