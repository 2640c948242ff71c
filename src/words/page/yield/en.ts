export const en = {
	page: {
		fig_heaters: "Heaters",
		hours_title: "Today by the hour",
		hour_kwh: "{from} to {to}: {kwh} kWh",
		hour_unknown: "{kwh} kWh at a time that is not known",
		hours_none: "No heat has been counted today yet.",
	},
} as const;
