import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		collector_cooling: {
			name: "Collector cooling",
			description: "Runs the pump to keep a very hot collector from boiling.",
			fields: {
				start_at: {
					name: "Cool the collector at",
					description: "At this collector temperature the pump runs, even if the tank has reached its target.",
				},
				release_below: {
					name: "Collector cooling ends below",
					description: "Below this collector temperature the cooling ends.",
				},
			},
		},
	},
	setting: {
		"collector_cooling.start_at": "Collector cooling from",
		"collector_cooling.release_below": "Collector cooling ends below",
	},
	activity: {
		collector_cooling: "cooling the collector",
	},
	reason: {
		collector_hot: "The collector is {collector:°C} hot and is being cooled until it is below {release_below:°C}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		collector_cooling: {
			name: "Solfångarkylning",
			description: "Kör pumpen så att en mycket het solfångare inte börjar koka.",
			fields: {
				start_at: {
					name: "Solfångarkylning från",
					description: "Vid den här solfångartemperaturen går pumpen, även om tanken har nått sin måltemperatur.",
				},
				release_below: {
					name: "Solfångarkylning slutar under",
					description: "Under den här solfångartemperaturen slutar kylningen.",
				},
			},
		},
	},
	setting: {
		"collector_cooling.start_at": "Solfångarkylning från",
		"collector_cooling.release_below": "Solfångarkylning slutar under",
	},
	activity: {
		collector_cooling: "kyler solfångaren",
	},
	reason: {
		collector_hot: "Solfångaren är {collector:°C} het och kyls tills den är under {release_below:°C}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		collector_cooling: {
			name: "Kollektorkühlung",
			description: "Lässt die Pumpe laufen, damit ein sehr heißer Kollektor nicht siedet.",
			fields: {
				start_at: {
					name: "Kollektorkühlung ab",
					description:
						"Bei dieser Kollektortemperatur läuft die Pumpe, auch wenn der Speicher seine Solltemperatur erreicht hat.",
				},
				release_below: {
					name: "Kollektorkühlung endet unter",
					description: "Unter dieser Kollektortemperatur endet die Kühlung.",
				},
			},
		},
	},
	setting: {
		"collector_cooling.start_at": "Kollektorkühlung ab",
		"collector_cooling.release_below": "Kollektorkühlung endet unter",
	},
	activity: {
		collector_cooling: "kühlt den Kollektor",
	},
	reason: {
		collector_hot: "Der Kollektor ist {collector:°C} heiß und wird gekühlt, bis er unter {release_below:°C} ist.",
	},
};
