import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { forbid } from "#model/decision/claim.ts";
import { gauge } from "#model/decision/condition.ts";
import { reason } from "#model/decision/decision.ts";
import { fromSensor, isField } from "#model/plant/circuit.ts";
import { temperature } from "#model/plant/reading.ts";
import { degrees, duration } from "#model/quantities/fields.ts";
import { celsius, seconds, since } from "#model/quantities/units.ts";

const COLLECTOR = gauge("collector", "°C");
const WAITED = gauge("waited", "s");

/**
 * After power came back a collector may have stood in the sun without flow, and nothing is known of that time. The first
 * start waits, and with a hot collector until it has cooled down: cold fluid breaks hot glass, and steam drives it back. A
 * pump that runs on through a restart of the app is not stopped.
 */
export const startDelay = rule({
	id: "start_delay",
	per: "circuit",
	// A heat dump too: it takes from the same collector.
	where: ({ from }) => isField(from),
	needs: { collector: fromSensor },
	options: z.object({
		enabled: z.boolean().default(false),
		wait: duration(0, 600).default(seconds(60)),
		collector_below: degrees(60, 180).default(celsius(120)),
	}),
	off: ({ enabled }) => !enabled,
	/** The start of the controller for which the wait is over; -1 before the first. */
	memory: z.object({ over: z.number().default(-1) }),
	propose({ at, collector }, { now, begun, readings, settings, circuits, compare }, memory) {
		if (!compare.so("enabled", settings.enabled, "enabled") || memory.over === begun) return silent(memory);
		const hot = temperature(readings, collector);
		// Without its sensor no circuit starts anyway, and the wait goes on.
		if (hot === undefined) return silent(memory);
		const { wait, collector_below } = settings;
		if (circuits[at.index]?.runs === true) return silent({ over: begun });
		if (compare.atLeast(COLLECTOR, hot, collector_below, "collector_below")) {
			const because = reason("start_too_hot", { collector: hot, collector_below });
			return claiming(memory, [forbid(at, "safety", because, "starting")]);
		}
		const waited = since(begun, now);
		if (compare.atLeast(WAITED, waited, wait, "wait")) return silent({ over: begun });
		const left = Math.ceil(wait - waited);
		return claiming(memory, [forbid(at, "protection", reason("start_waits", { left }), "starting")]);
	},
});
