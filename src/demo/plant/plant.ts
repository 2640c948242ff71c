import type { Parsed } from "#options/parse.ts";

/** Heights of the tank's layers in cm. */
const LAYERS = [0, 20, 40, 60, 80, 100, 120, 140];

/** L/min, as the flow glass of the simulated plant shows it. */
const FULL_FLOW = 3.7;

/** Midsummer, shortly before the sun starts the pump. */
export const START = { day_of_year: 172, start_hour: 8.5 };

/** When the simulated plant starts, in solar time. */
export interface Start {
	readonly day_of_year: number;
	readonly start_hour: number;
}

export function startOf(parsed: Parsed): Start {
	const group = parsed.kind === "valid" ? (parsed.options["simulated"] as Partial<Start> | undefined) : undefined;
	return { ...START, ...group };
}

/** Sensors and outputs of a simulated plant, as in an options file. */
export const SIMULATED = {
	sensors: [
		...["collector", "tank", "return_line"].map(simulated),
		...LAYERS.map((height) => ({
			id: `tank_${height}`,
			role: "tank_layer",
			source: `simulated:tank/${height}`,
			height,
		})),
		...["outdoor_air", "exhaust_air", "supply_air", "extract_air"].map(simulated),
	],
	outputs: [
		{ id: "pump", role: "pump", target: "simulated:pump", full_flow: FULL_FLOW },
		{ id: "heater", role: "heater", target: "simulated:heater" },
	],
};

function simulated(id: string) {
	return { id, role: id, source: `simulated:${id}` };
}

export interface Login {
	readonly username: string;
	readonly password: string;
}

/** Options for this plant and this broker. */
export const optionsFor = (host: string, port: number, login: Login, turn: number) => ({
	...SIMULATED,
	mqtt: { host, port, ...login },
	simulated: { ...START, cloudiness: 30 },
	turn,
});
