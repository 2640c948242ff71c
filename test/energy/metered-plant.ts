import { FLOW, LAYERS, plantFrom, RETURN, Rig, wallOn } from "./rig.ts";

/** A plant with everything that measures energy. */
export const METERED = {
	modbus_buses: [{ id: "m", at: "192.0.2.10:502" }],
	modbus_points: [{ id: "tap", function: "input", register: 4, type: "float32", quantity: "flow", low: 0, high: 50 }],
	sensors: [
		{ id: "collector", role: "collector", source: "simulated:collector" },
		{ id: "tank", role: "tank", source: "simulated:tank" },
		{ id: "tap", role: "tap", source: "modbus:m/1/tap" },
		...LAYERS,
		RETURN,
		FLOW,
	],
	outputs: [
		{ id: "pump", role: "pump", target: "simulated:pump" },
		{ id: "heater", role: "heater", target: "simulated:heater" },
	],
	tank: { volume: 360 },
	heater: { power: 3000 },
};

export const layersAt = (value: number) => Object.fromEntries(LAYERS.map(({ id }) => [id, value]));

/** Such a plant after five days: charged for an hour, drawn from, and left alone for eight hours. `seen` is called at each turn that is shown. */
export function lived(seen: (rig: Rig) => void = () => undefined, rig = new Rig(plantFrom(METERED))): Rig {
	for (let day = 1; day <= 5; day++) {
		rig.pass(3600, 60, {
			read: { ...layersAt(60), collector: 80, return_line: 60, tank: 60, flow: 4, tap: 0 },
			runs: { pump: 100, heater: 100 },
			wall: wallOn(`2026-11-${25 + day}`),
		});
		seen(rig);
		rig.pass(600, 10, { read: { flow: 0, tap: 5 }, runs: { pump: 0, heater: 0 } });
		for (let minute = 0; minute < 480; minute++) rig.step(60, { read: { ...layersAt(60 - 0.004 * minute), tap: 0 } });
		rig.turn(60);
		seen(rig);
	}
	return rig;
}
