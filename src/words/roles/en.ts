export const en = {
	role: {
		collector: "Collector",
		tank: "Tank",
		tank_layer: "Tank {height} cm",
		return_line: "Return line",
		outdoor_air: "Outdoor air",
		exhaust_air: "Exhaust air",
		supply_air: "Supply air",
		extract_air: "Extract air",
		pump: "Pump",
		heater: "Electric heater",
		valve: "Valve",
	},
} as const;
