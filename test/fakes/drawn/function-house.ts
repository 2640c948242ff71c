import type { Plant } from "#model/plant/plant.ts";
import { parse } from "#options/parse.ts";
import { plantOf } from "#options/plant/plant-of.ts";
import type { Dice } from "./dice.ts";

type Item = Readonly<Record<string, unknown>>;

/** A house with parts for every control function, as options describe it: so it is a plant that somebody can have. */
export function drawFunctionHouse(dice: Dice): Plant {
	const parsed = parse(optionsOf(dice));
	if (parsed.kind === "invalid") throw new TypeError(JSON.stringify(parsed.problems));
	return plantOf(parsed.options);
}

/** What a house has is drawn; who heats what follows from it. */
function optionsOf(dice: Dice): Item {
	const has = {
		...{ solar: !dice.once(6), tanks: dice.of(1, 2, 2), by: dice.of("valve", "pumps"), second_field: dice.once(3) },
		...{ dump: dice.once(3), stove: dice.once(3), exchange: dice.once(2), line: dice.once(3), heating: dice.once(3) },
		...{
			exclusive: dice.once(2),
			heaters: dice.of(0, 1, 1, 2),
			layers: dice.once(2),
			teller: dice.once(2),
			outdoor: dice.once(2),
			speed: dice.once(2),
		},
	};
	const sensors: Item[] = [];
	const outputs: Item[] = [];
	const circuits: Item[] = [];
	const sensor = (id: string, role: string, of?: string): void => {
		const source = `one_wire:28-0000000000${String(sensors.length + 10)}`;
		sensors.push({ id, role, source, ...(of !== undefined && { of }) });
	};
	const paced = { least_run: dice.of(0, 30, 300), least_rest: dice.of(0, 30, 300), starts_per_hour: dice.of(0, 0, 3) };
	const output = (id: string, role: string, more: Item = {}): string => {
		if (!outputs.some((one) => one["id"] === id))
			outputs.push({ id, role, target: `usb_relay:/dev/relays_${outputs.length}/1`, ...more });
		return id;
	};
	const circuit = (id: string, from: string, to: string, pump: string, more: Item = {}): void => {
		circuits.push({ id, from, to, pump, ...more });
	};
	const tanks = ["hot_water", "buffer"].slice(0, has.tanks);
	const fields = has.solar ? ["roof", "garage"].slice(0, has.second_field ? 2 : 1) : [];
	for (const [nth, tank] of tanks.entries()) {
		sensor(`${tank}_t`, "tank", tank);
		if (has.layers) sensor(`${tank}_top`, "tank_layer", tank);
		const yields = nth > 0 && has.exclusive ? { excludes: `${tanks[0]}_heater` } : {};
		if (nth < has.heaters) output(`${tank}_heater`, "heater", { of: tank, ...paced, ...yields });
	}
	for (const field of fields) {
		sensor(`${field}_t`, "collector", field);
		const switched = has.by === "valve" && tanks.length > 1;
		if (switched) output(`${field}_valve`, "valve", { rest: dice.of("hold", "load_off"), travel: 20 });
		for (const [nth, tank] of tanks.entries()) {
			const speed = has.speed && field === fields[0] && nth === 0 ? { target: "simulated:pump_speed", step: 5 } : {};
			const pump = output(switched ? `${field}_pump` : `${field}_pump_${nth}`, "pump", { ...paced, ...speed });
			const way = switched ? { valve: `${field}_valve`, position: nth * 100 } : {};
			circuit(`${field}_to_${tank}`, field, tank, pump, { ...way, priority: nth + 1 });
		}
	}
	const [first = "", last = first] = tanks;
	if (has.dump && has.solar && !(has.by === "valve" && tanks.length > 1))
		circuit("dump", "roof", "fan_coil", output("dump_pump", "pump", paced));
	if (has.stove) {
		sensor("stove_t", "stove", "stove");
		circuit("burn", "stove", last, output("stove_pump", "pump", paced));
	}
	if (has.exchange && last !== first) circuit("exchange", last, first, output("exchange_pump", "pump", paced));
	if (has.line) {
		sensor("line_t", "return_line", "line");
		circuit("circulate", first, "line", output("line_pump", "pump", paced));
		sensor("tap", "tap", "line");
	}
	if (has.heating) {
		sensor("radiators_t", "return_line", "radiators");
		circuit("preheat", last, "radiators", output("return_valve", "valve", { travel: 20, least_run: 0, least_rest: 0 }));
	}
	if (has.outdoor) sensor("outdoor", "outdoor_air");
	if (has.teller)
		for (const role of ["surplus_power", "price", "sun_tomorrow"] as const)
			sensors.push({ id: role, role, source: `mqtt:house/${role}` });
	const used = new Set(circuits.flatMap(({ from, to }) => [from, to]));
	const sinks = [
		...[
			{ id: "fan_coil", use: "heat_dump" },
			{ id: "line", use: "circulation" },
			{ id: "radiators", use: "heating" },
		],
	].filter(({ id }) => used.has(id));
	return {
		...{ sensors, outputs, circuits, tanks: tanks.map((id) => ({ id })), collectors: fields.map((id) => ({ id })) },
		...{ sources: has.stove ? [{ id: "stove" }] : [], sinks },
	};
}
