type Item = Readonly<Record<string, unknown>>;

/** A house with each kind of part, sensor and device that a control function asks for, and some without what they need. */
export function fullHouse(): Item {
	const sensor = (id: string, role: string, of?: string): Item => ({ id, role, ...(of !== undefined && { of }) });
	const sensors = [
		...[sensor("roof_t", "collector", "roof"), sensor("garage_t", "collector", "garage")],
		...[sensor("hot_water_t", "tank", "hot_water"), sensor("buffer_t", "tank", "buffer")],
		...[sensor("stove_t", "stove", "stove"), sensor("pool_t", "pool", "pool")],
		...[sensor("line_t", "return_line", "line"), sensor("radiators_t", "return_line", "radiators")],
		...[sensor("air", "outdoor_air"), sensor("tomorrow", "sun_tomorrow")],
	].map((one, nth) => ({
		...one,
		source: one["role"] === "sun_tomorrow" ? "mqtt:forecast/tomorrow" : `one_wire:28-0000000000${nth + 10}`,
	}));
	const output = (id: string, role: string, more: Item = {}): Item => ({ id, role, ...more });
	const outputs = [
		...[output("speed_pump", "pump", { target: "simulated:pump_speed" }), output("diverter", "valve", { travel: 20 })],
		...[output("garage_pump", "pump"), output("dump_pump", "pump"), output("stove_pump", "pump")],
		...[output("exchange_pump", "pump"), output("pool_pump", "pump"), output("line_pump", "pump")],
		...[output("return_valve", "valve", { travel: 20 }), output("heater", "heater", { of: "hot_water" })],
	].map((one, nth) => ({ target: `usb_relay:/dev/relays_${nth}/1`, ...one }));
	return {
		...{ sensors, outputs, collectors: [{ id: "roof" }, { id: "garage" }], sources: [{ id: "stove" }] },
		tanks: [{ id: "hot_water" }, { id: "buffer" }],
		sinks: [
			...[
				{ id: "fan_coil", use: "heat_dump" },
				{ id: "pool", use: "pool" },
			],
			...[
				{ id: "line", use: "circulation" },
				{ id: "radiators", use: "heating" },
			],
		],
		circuits: [
			{ id: "roof_1", from: "roof", to: "hot_water", pump: "speed_pump", valve: "diverter", position: 0, priority: 1 },
			{ id: "roof_2", from: "roof", to: "buffer", pump: "speed_pump", valve: "diverter", position: 100, priority: 2 },
			{ id: "garage_1", from: "garage", to: "hot_water", pump: "garage_pump" },
			{ id: "dump", from: "garage", to: "fan_coil", pump: "dump_pump" },
			{ id: "burn", from: "stove", to: "buffer", pump: "stove_pump" },
			{ id: "exchange", from: "buffer", to: "hot_water", pump: "exchange_pump" },
			{ id: "swim", from: "buffer", to: "pool", pump: "pool_pump" },
			{ id: "circulate", from: "hot_water", to: "line", pump: "line_pump" },
			{ id: "preheat", from: "buffer", to: "radiators", pump: "return_valve" },
		],
	};
}
