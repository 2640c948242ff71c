import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { forbid } from "#model/decision/claim.ts";
import { type Claim, type Reason, reason } from "#model/decision/decision.ts";
import type { Output, Sensor } from "#model/plant/plant.ts";
import type { Readings } from "#model/plant/reading.ts";

/**
 * A lost sensor is never a number: without the collector or the tank the pump rests, without the tank the heater too.
 * Safety: a person cannot lift it.
 */
export const sensorLost = rule({
	id: "sensor_lost",
	options: z.object({}),
	memory: z.object({}),
	propose({ plant, readings }, memory) {
		const { collector, tank, pump, heater } = plant.roles;
		const noTank = missing(readings, tank);
		const noCollector = missing(readings, collector);
		if (noTank === undefined && noCollector === undefined) return silent(memory);
		const claims: Claim[] = [];
		const pumpStays = noCollector ?? noTank;
		if (pump !== undefined && pumpStays !== undefined) claims.push(off(pump, pumpStays));
		if (heater !== undefined && noTank !== undefined) claims.push(off(heater, noTank));
		return claiming(memory, claims);
	},
});

const off = (output: Output, because: Reason) =>
	forbid(output, "safety", because, because.code === "sensor_awaited" ? "starting" : "fault");

/** A role that is not wired cannot be lost. */
function missing(readings: Readings, sensor: Sensor | undefined): Reason | undefined {
	if (sensor === undefined) return undefined;
	const reading = readings[sensor.index];
	if (reading === undefined || reading.kind === "unknown") return reason("sensor_awaited", { sensor: sensor.id });
	if (reading.kind === "ok") return undefined;
	return reason("sensor_lost", { sensor: sensor.id, fault: reading.kind === "broken" ? reading.fault.code : "stale" });
}
