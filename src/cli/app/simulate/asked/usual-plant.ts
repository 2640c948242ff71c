/** A family's plant, simulated where no options are given. */
export const USUAL_PLANT = {
	sensors: [
		{ id: "collector", role: "collector", source: "simulated:collector" },
		{ id: "tank", role: "tank", source: "simulated:tank" },
		{ id: "tank_top", role: "tank_layer", source: "simulated:tank/140", height: 140 },
		{ id: "return_line", role: "return_line", source: "simulated:return_line" },
		{ id: "outdoor_air", role: "outdoor_air", source: "simulated:outdoor_air" },
	],
	outputs: [
		{ id: "pump", role: "pump", target: "simulated:pump" },
		{ id: "heater", role: "heater", target: "simulated:heater" },
	],
};
