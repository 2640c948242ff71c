import type { Circuit, Part } from "./plant.ts";

/** The same pump with the same positions is the same circuit, whatever it is called. */
export function circuitMark({ pump, valves }: Circuit): string {
	const positions = valves.map(({ valve, position }) => `${valve.id}=${position}`);
	return [pump.id, ...positions.sort()].join(" ");
}

/** The sensor that decides makes the part. */
export const partMark = ({ kind, id, sensor }: Part): string =>
	sensor === undefined ? `${kind} ${id}` : `${kind} by ${sensor.id}`;
