/** Houses whose sensors tell what a test says. All outputs are relays that are read back. */
type Item = Readonly<Record<string, unknown>>;

const sensor = (id: string, role: string, of: string, nth: number): Item => ({
	id,
	role,
	of,
	source: `one_wire:28-0000000000${String(nth).padStart(2, "0")}`,
});
const output = (id: string, role: string, nth: number, more: Item = {}): Item => ({
	id,
	role,
	target: `usb_relay:/dev/relays/${nth}`,
	...more,
});

/** One roof and two tanks behind a diverter valve, or with a pump for each tank. */
export const twoTanks = (by: "valve" | "pumps", changes: Item = {}): Item => ({
	collectors: [{ id: "roof" }],
	tanks: [{ id: "hot_water" }, { id: "buffer" }],
	sensors: [
		sensor("roof", "collector", "roof", 1),
		sensor("hot_water", "tank", "hot_water", 2),
		sensor("buffer", "tank", "buffer", 3),
	].map((one) => ({ ...one, id: `${one["id"]}_t` })),
	outputs: [
		output("pump_1", "pump", 1),
		...(by === "valve"
			? [output("diverter", "valve", 2, { rest: "hold", travel: 20 })]
			: [output("pump_2", "pump", 2)]),
	],
	circuits:
		by === "valve"
			? [
					{ id: "to_hot_water", from: "roof", to: "hot_water", pump: "pump_1", valve: "diverter", position: 0 },
					{ id: "to_buffer", from: "roof", to: "buffer", pump: "pump_1", valve: "diverter", position: 100 },
				]
			: [
					{ id: "to_hot_water", from: "roof", to: "hot_water", pump: "pump_1" },
					{ id: "to_buffer", from: "roof", to: "buffer", pump: "pump_2" },
				],
	store_priority: { enabled: true },
	...changes,
});

/** One roof, one tank and a heat dump, with a pump of its own or behind a valve. */
export const dumping = (by: "pump" | "valve", changes: Item = {}): Item => ({
	collectors: [{ id: "roof" }],
	tanks: [{ id: "tank_1" }],
	sinks: [{ id: "fan_coil", use: "heat_dump" }],
	sensors: [sensor("roof_t", "collector", "roof", 1), sensor("tank_t", "tank", "tank_1", 2)],
	outputs: [
		output("pump_1", "pump", 1),
		by === "valve" ? output("diverter", "valve", 2, { travel: 20 }) : output("pump_2", "pump", 2),
	],
	circuits: [
		{
			id: "charge",
			from: "roof",
			to: "tank_1",
			pump: "pump_1",
			...(by === "valve" && { valve: "diverter", position: 0 }),
		},
		by === "valve"
			? { id: "dump", from: "roof", to: "fan_coil", pump: "pump_1", valve: "diverter", position: 100 }
			: { id: "dump", from: "roof", to: "fan_coil", pump: "pump_2" },
	],
	...changes,
});

/** A stove, two tanks, a circulation line and a heating return, without collectors. */
export const stoveHouse = (changes: Item = {}, also: { readonly sensors?: readonly Item[] } = {}): Item => ({
	tanks: [{ id: "hot_water" }, { id: "buffer" }],
	sources: [{ id: "stove" }],
	sinks: [
		{ id: "line", use: "circulation" },
		{ id: "radiators", use: "heating" },
	],
	sensors: [
		{ ...sensor("stove_t", "stove", "stove", 1) },
		sensor("hot_water_t", "tank", "hot_water", 2),
		sensor("buffer_t", "tank", "buffer", 3),
		sensor("line_t", "return_line", "line", 4),
		sensor("radiators_t", "return_line", "radiators", 5),
		...(also.sensors ?? []),
	],
	outputs: [
		output("stove_pump", "pump", 1),
		output("exchange_pump", "pump", 2),
		output("line_pump", "pump", 3),
		output("return_valve", "valve", 4, { travel: 20 }),
	],
	circuits: [
		{ id: "burn", from: "stove", to: "buffer", pump: "stove_pump" },
		{ id: "exchange", from: "buffer", to: "hot_water", pump: "exchange_pump" },
		{ id: "circulate", from: "hot_water", to: "line", pump: "line_pump" },
		{ id: "preheat", from: "buffer", to: "radiators", pump: "return_valve" },
	],
	...changes,
});
