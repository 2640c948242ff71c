import type { Claim } from "#model/decision/decision.ts";
import type { Circuit, Part, Sensor } from "#model/plant/plant.ts";
import type { Moment } from "../../fakes/drawn/house.ts";
import { isOpen, told, wanted } from "./flows.ts";
import { heard } from "./judging.ts";
import { type Law, law } from "./law.ts";

const reading = ({ decision }: Moment, sensor: Sensor | undefined): number | undefined => {
	const found = sensor === undefined ? undefined : decision.state.readings[sensor.index];
	return found?.kind === "ok" ? found.value : undefined;
};
const group = ({ decision }: Moment, rule: string) => decision.state.settings[rule] ?? {};
const heated = ({ plant }: Moment): readonly Part[] =>
	plant.parts.filter(({ kind, heaters }) => kind === "tank" && heaters.length > 0);
const limitOf = (moment: Moment, rule: string, field: string): number => Number(group(moment, rule)[field]);
const isControlled = (moment: Moment): boolean => group(moment, "heater_control")["mode"] !== "off";

const cutOut = law("no heater runs with a sensor of its tank at the cut-out or above", (moment, applies) => {
	if (!isControlled(moment)) return undefined;
	const cut_out = limitOf(moment, "heater_control", "cut_out");
	for (const { id, sensors, heaters } of heated(moment)) {
		if (!sensors.some((sensor) => (reading(moment, sensor) ?? 0) >= cut_out)) continue;
		applies();
		if (heaters.some((heater) => wanted(moment, heater) > 0)) return `${id} is heated at its cut-out`;
	}
	return undefined;
});

/** K below the cut-out at which it is released. */
const RELEASE = 5;

const latched: Law = {
	says: "after a cut-out a heater stays off until the sensor that reached it was measured 5 K below",
	watch: (plant) => {
		const tripped = new Map<Sensor, Part>();
		return (moment, applies) => {
			if (!isControlled(moment)) return undefined;
			const cut_out = limitOf(moment, "heater_control", "cut_out");
			for (const part of plant.parts.filter(({ heaters }) => heaters.length > 0)) {
				// Of several at the limit the hottest counts. When it is released, another one above the release takes its place.
				const known = part.sensors.map((sensor) => ({ sensor, value: reading(moment, sensor) }));
				for (const { sensor, value } of known)
					if (tripped.has(sensor) && value !== undefined && value < cut_out - RELEASE) tripped.delete(sensor);
				const [hottest] = known.toSorted((a, b) => (b.value ?? -300) - (a.value ?? -300));
				if (hottest !== undefined && (hottest.value ?? 0) >= cut_out && ![...tripped.values()].includes(part))
					tripped.set(hottest.sensor, part);
				if (![...tripped.values()].includes(part)) continue;
				applies();
				if (part.heaters.some((heater) => wanted(moment, heater) > 0)) return `${part.id} is heated after its cut-out`;
			}
			return undefined;
		};
	},
};

/** By itself: not for a person, and not to keep a device loose. */
const itself = ({ rank, at_least }: Claim): boolean => at_least > 0 && rank !== "manual" && rank !== "upkeep";

const blind = law("no rule asks for a heater whose tank has no sensor left", (moment, applies) => {
	for (const { id, sensors, heaters } of heated(moment)) {
		if (sensors.some((sensor) => reading(moment, sensor) !== undefined)) continue;
		applies();
		const asked = heard(moment).find((claim) => itself(claim) && heaters.some((heater) => heater === claim.on));
		if (asked !== undefined) return `${id} is heated: ${asked.because.code}`;
		if (heaters.some((heater) => wanted(moment, heater) > 0)) return `${id} is heated`;
	}
	return undefined;
});

const surplus = law("no heater takes surplus that no sensor tells of now", (moment, applies) => {
	const tellers = moment.plant.sensors.filter(({ role }) => role === "surplus_power" || role === "price");
	if (tellers.some((one) => reading(moment, one) !== undefined)) return undefined;
	if (tellers.length > 0) applies();
	const taken = heard(moment).find(({ because }) => because.code === "heater_surplus");
	return taken === undefined ? undefined : "it takes surplus";
});

const unseen = law(
	"no circuit runs without a sensor of its own or of its parts, and no rule asks for one whose source is unseen",
	(moment, applies) => {
		for (const circuit of moment.plant.circuits) {
			const { from_sensor, to_sensor, from, to, pump } = circuit;
			const isLost = (one: Sensor | undefined) => one !== undefined && reading(moment, one) === undefined;
			if (![from_sensor, to_sensor, from.sensor, to.sensor].some(isLost)) continue;
			applies();
			if (wanted(moment, pump) > 0 && isOpen(moment, circuit)) return `${circuit.id} runs`;
			const asked = heard(moment).find((claim) => itself(claim) && claim.on === circuit);
			// Circulation goes by the time of day too.
			if (asked !== undefined && asked.activity !== "circulating" && isLost(from_sensor))
				return `${circuit.id}: ${asked.because.code}`;
		}
		return undefined;
	},
);

const isOn = (moment: Moment, rule: string): boolean => group(moment, rule)["enabled"] === true;
const fromFields = ({ plant }: Moment): readonly Circuit[] =>
	plant.circuits.filter(({ from, to }) => from.kind === "collector" && to.use === undefined);

/** °C below which water freezes in an empty collector. */
const FREEZES = 4;

const empty = law(
	"a collector that drains back is not filled while it boils water or freezes it, but by hand",
	(moment, applies) => {
		if (!isOn(moment, "drain_back")) return undefined;
		const stop_at = limitOf(moment, "drain_back", "stop_at");
		for (const circuit of fromFields(moment)) {
			const hot = reading(moment, circuit.from_sensor);
			if (hot === undefined || (hot >= FREEZES && hot < stop_at)) continue;
			applies();
			const held = heard(moment).some(
				({ on, rank, at_least }) => rank === "manual" && at_least > 0 && (on === circuit || on === circuit.pump),
			);
			// In a test only safety and a person are heard.
			const by_hand = held || moment.decision.state.mode === "test";
			const runs = wanted(moment, circuit.pump) > 0 && isOpen(moment, circuit);
			if (runs && !(by_hand && hot < FREEZES)) return `${circuit.id} is filled at ${hot} °C`;
		}
		return undefined;
	},
);

const shock = law(
	"after a start no cold fluid goes into a collector that is hotter than the start delay allows",
	(moment, applies) => {
		if (!isOn(moment, "start_delay")) return undefined;
		const below = limitOf(moment, "start_delay", "collector_below");
		const begun = moment.decision.state.begun ?? moment.now;
		if (begun !== moment.now) return undefined;
		for (const circuit of moment.plant.circuits.filter(({ from }) => from.kind === "collector")) {
			if ((reading(moment, circuit.from_sensor) ?? 0) < below || told(moment, circuit.pump).runs) continue;
			applies();
			if (wanted(moment, circuit.pump) > 0 && isOpen(moment, circuit)) return `${circuit.id} starts`;
		}
		return undefined;
	},
);

const minimum = law("the frost guard takes no heat from a tank below its minimum", (moment, applies) => {
	const least = limitOf(moment, "frost_guard", "tank_minimum");
	for (const circuit of fromFields(moment)) {
		const warm = reading(moment, circuit.to_sensor);
		const asks = heard(moment).some(({ on, because }) => on === circuit && because.code === "frost_near");
		if (!asks) continue;
		applies();
		if (warm === undefined || warm < least) return `${circuit.id} takes heat at ${warm} °C`;
	}
	return undefined;
});

export const FUNCTIONS: readonly Law[] = [cutOut, latched, blind, surplus, unseen, empty, shock, minimum];
