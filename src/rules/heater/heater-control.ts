import { claiming, type Proposal, rule } from "#control/rule.ts";
import { atLeast } from "#model/decision/claim.ts";
import { type Compare, gauge } from "#model/decision/condition.ts";
import { type Reason, reason } from "#model/decision/decision.ts";
import { finding } from "#model/findings/finding.ts";
import { fromField, into, isTank } from "#model/plant/circuit.ts";
import { type OutputState, running } from "#model/plant/output.ts";
import type { Circuit, Output, Part, Thermometer } from "#model/plant/plant.ts";
import { type Readings, temperature } from "#model/plant/reading.ts";
import { type Celsius, FULL, type Instant, inSeconds, instant, seconds, since } from "#model/quantities/units.ts";
import { type Demand, demandIn } from "./heater-control-demand.ts";
import { forbidden, guarded, kept } from "./heater-control-guard.ts";
import { joined, type Memory, memory, rested, turned } from "./heater-control-memory.ts";
import { OWN, options, type Settings } from "./heater-control-options.ts";
import { computedRate, learned, rateOf } from "./heater-control-rate.ts";
import { type Wait, waiting } from "./heater-control-solar.ts";
import { levelIn, surplusIn, tellersIn } from "./heater-control-surplus.ts";

/**
 * Heats a tank by electricity: to a comfort temperature within time windows or for a moment of the day, and further with
 * surplus. It waits while the sun will do it. The cut-out, and a heater without effect, forbid it for safety. Off by default.
 */
export const heaterControl = rule({
	id: "heater_control",
	per: "part",
	where: (part) => isTank(part) && part.heaters.length > 0,
	needs: {
		sensors: ({ sensors }) => (sensors.length === 0 ? undefined : sensors),
		charging: (part, plant) => into(part, plant).filter(fromField),
		tellers: (_, plant) => tellersIn(plant),
	},
	options,
	memory,
	covers: ["heater_effect"],
	finds: ({ at }, { guard: { blocked_until } }) =>
		blocked_until === undefined ? [] : [finding("alarm", "heater_kept_off", { part: at.id })],
	propose({ at, sensors, charging, tellers }, given, before) {
		const { settings, readings, outputs, now, circuits, plant, wall, compare } = given;
		const { heaters } = at;
		if (!compare.so("enabled", settings.mode !== "off", "mode")) {
			const after = rested(before, now, settings);
			return claiming(after, kept(after.guard, heaters, now));
		}
		const levels = heaters.map(({ index }) => confirmed(outputs[index]));
		const heats = levels.some((level) => level > 0);
		const charges = charging.some((one) => circuits[one.index]?.runs === true && !cools(readings, one));
		const tank = temperature(readings, chosen(at, sensors, settings.sensor));
		const computed = computedRate(at, heaters, plant);
		const all = { ...settings, now, readings, outputs, heaters, sensors, compare, power: plant.heater.power };
		const seen = joined(before, {
			guard: guarded(before.guard, { ...all, heats: levels.some((level) => level >= 50) }),
			pace: learned(before.pace, { now, tank, full: levels.every((l) => l === FULL), charging: charges, computed }),
			surplus: surplusIn(before.surplus, tellers, all),
		});
		const safety = forbidden(seen.guard, heaters, settings.cut_out, now);
		if (tank === undefined || safety.length > 0)
			return {
				claims: safety,
				idle: idle(heaters, unknown(at, sensors, settings)),
				memory: turned(seen, undefined, now),
			};
		const rate = rateOf(settings.heat_rate, seen.pace, computed);
		const { why, ready_until } = seen;
		const demand = demandIn({ now, wall, settings, tank, rate, surplus: seen.surplus.on, why, ready_until, compare });
		const wanted = demand.kind === "heat" && demand.why !== "surplus" ? demand : undefined;
		const [sun, wait] = waiting(seen.solar, { now, wanted, tank, charging: charges, heats });
		const waits = waitReason(wait, tank, wanted?.target);
		return proposed(heaters, joined(seen, { solar: sun }), demand, waits, settings, now, compare);
	},
});

const RESTED = gauge("least_rest", "s");
const RAN = gauge("least_run", "s");

/** Asks for the heater, or says why not. Least times hold for what the rule wants itself: nothing else waits for them. */
function proposed(
	heaters: readonly Output[],
	before: Memory,
	demand: Demand,
	waits: Reason | undefined,
	{ least_on, least_off }: Settings,
	now: Instant,
	compare: Compare,
): Proposal<Memory> {
	const sun = demand.kind === "heat" && compare.so("sun_does", waits !== undefined);
	const wanted = demand.kind === "heat" && !sun ? demand : undefined;
	// A moment that is still to come is of another running time.
	const known = before.since !== undefined && before.since <= now ? instant(before.since) : undefined;
	const lasted = known === undefined ? Number.POSITIVE_INFINITY : since(known, now);
	const least = inSeconds(before.why === undefined ? least_off : least_on);
	const left = Math.ceil(least - lasted);
	const waited =
		known === undefined ||
		compare.atLeast(
			before.why === undefined ? RESTED : RAN,
			seconds(lasted),
			least,
			before.why === undefined ? "least_off" : "least_on",
		);
	if (wanted !== undefined && before.why === undefined && !waited)
		return { claims: [], idle: idle(heaters, reason("heater_rests", { left })), memory: before };
	if (wanted !== undefined) return asking(heaters, turned(before, wanted, now), wanted.because);
	if (before.why !== undefined && !waited) return asking(heaters, before, reason("heater_runs", { left }));
	return { claims: [], idle: idle(heaters, waits ?? demand.because), memory: turned(before, undefined, now) };
}

const asking = (heaters: readonly Output[], after: Memory, because: Reason): Proposal<Memory> => ({
	claims: heaters.map((heater) => atLeast(heater, levelOf(after), "normal", because, "heater_control")),
	idle: [],
	memory: after,
});
const levelOf = ({ why, surplus }: Memory) => (why === "surplus" ? levelIn(surplus) : FULL);

const idle = (heaters: readonly Output[], because: Reason) => heaters.map((on) => ({ on, because }));

const chosen = (at: Part, sensors: readonly Thermometer[], id: string): Thermometer | undefined =>
	sensors.find((sensor) => sensor.id === id) ?? (id === OWN ? at.sensor : undefined);

const unknown = (at: Part, sensors: readonly Thermometer[], { sensor }: Settings): Reason =>
	chosen(at, sensors, sensor) === undefined ? reason("heater_no_sensor", { sensor }) : reason("no_reading");

function waitReason(wait: Wait, tank: Celsius, target: Celsius | undefined): Reason | undefined {
	switch (wait.kind) {
		case "heat":
			return undefined;
		case "measuring":
			return reason("heater_sun_measured", { left: Math.ceil(wait.left) });
		case "enough":
			return reason("heater_sun_does", { tank, rate: wait.rate, left: wait.left, target: target ?? tank });
	}
}

/** A tank that is cooled through a colder collector is not charged. */
function cools(readings: Readings, { from_sensor, to_sensor }: Circuit): boolean {
	const [collector, tank] = [temperature(readings, from_sensor), temperature(readings, to_sensor)];
	return collector !== undefined && tank !== undefined && collector < tank;
}

const confirmed = (state: OutputState | undefined): number =>
	state !== undefined && running(state) ? (state.actual ?? state.wanted) : 0;
