import * as z from "zod";
import { claiming, rule, silent } from "#control/rule.ts";
import { forbid } from "#model/decision/claim.ts";
import { type Claim, type Reason, reason } from "#model/decision/decision.ts";
import type { Sensor, Subject } from "#model/plant/plant.ts";
import type { Readings } from "#model/plant/reading.ts";

/**
 * A lost sensor is never a number: a circuit rests without the sensor of either part and without those that it compares, and
 * a heater without that of its part. Safety: a person cannot lift it.
 */
export const sensorLost = rule({
	id: "sensor_lost",
	per: "plant",
	needs: {},
	options: z.object({}),
	memory: z.object({}),
	propose({ at: { circuits, parts } }, { readings }, memory) {
		let claims: readonly Claim[] = NONE;
		for (const circuit of circuits) {
			const { from_sensor, to_sensor, from, to } = circuit;
			// The limits of a part go by its own sensor, whichever the circuit compares.
			const why =
				missing(readings, from_sensor) ??
				missing(readings, to_sensor) ??
				missing(readings, from.sensor) ??
				missing(readings, to.sensor);
			if (why !== undefined) claims = [...claims, off(circuit, why)];
		}
		for (const { sensor, heaters } of parts) {
			const why = heaters.length === 0 ? undefined : missing(readings, sensor);
			if (why !== undefined) claims = [...claims, ...heaters.map((heater) => off(heater, why))];
		}
		return claims.length === 0 ? silent(memory) : claiming(memory, claims);
	},
});
const NONE: readonly Claim[] = [];

const off = (on: Subject, because: Reason) =>
	forbid(on, "safety", because, because.code === "sensor_awaited" ? "starting" : "fault");

/** What is not wired cannot be lost. */
function missing(readings: Readings, sensor: Sensor | undefined): Reason | undefined {
	if (sensor === undefined) return undefined;
	const reading = readings[sensor.index];
	if (reading === undefined || reading.kind === "unknown") return reason("sensor_awaited", { sensor: sensor.id });
	if (reading.kind === "ok") return undefined;
	return reason("sensor_lost", { sensor: sensor.id, fault: reading.kind === "broken" ? reading.fault.code : "stale" });
}
