/**
 * The wiring of the former controller, as options: its boards, channels and relays were fixed in its program. Relays 1 and 2
 * switch through their normally closed contacts.
 */
export const FORMER_PLANT = {
	language: "sv",
	tank: { volume: 360 },
	heater: { power: 3000 },
	relind: { board: "4_relays" },
	sensors: [
		{ id: "collector", role: "collector", source: "megabas:3/6" },
		{ id: "tank", role: "tank", source: "megabas:3/7" },
		{ id: "return_line", role: "return_line", source: "megabas:3/8" },
		...[0, 20, 40, 60, 80, 100, 120, 140].map((height, i) => ({
			id: `tank_${height}`,
			role: "tank_layer",
			source: `rtd:0/${i + 1}`,
			height,
		})),
		{ id: "outdoor_air", role: "outdoor_air", source: "megabas:3/1" },
		{ id: "exhaust_air", role: "exhaust_air", source: "megabas:3/2" },
		{ id: "supply_air", role: "supply_air", source: "megabas:3/3" },
		{ id: "extract_air", role: "extract_air", source: "megabas:3/4" },
	],
	outputs: [
		{ id: "pump", role: "pump", target: "relind:2/1", wiring: "nc" },
		{ id: "heater", role: "heater", target: "relind:2/2", wiring: "nc" },
	],
} as const;
