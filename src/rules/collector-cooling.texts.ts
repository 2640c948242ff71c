import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		collector_cooling: {
			name: "Collector cooling",
			description: "Runs the pump to keep a very hot collector from boiling.",
			fields: {
				start_at: {
					name: "Cool the collector at",
					description: "The pump runs when the collector is this hot, also when the tank has reached its target.",
				},
				release_below: {
					name: "Collector cooling ends below",
					description: "Collector cooling ends when the collector is cooler than this.",
				},
			},
		},
	},
	setting: {
		"collector_cooling.start_at": "Collector cooling from",
		"collector_cooling.release_below": "Collector cooling ends below",
	},
	reason: {
		collector_hot: "The collector is {collector:°C} hot and is being cooled until it is below {release_below:°C}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		collector_cooling: {
			name: "Solfångarkylning",
			description: "Pumpen går för att en mycket het solfångare inte ska börja koka.",
			fields: {
				start_at: {
					name: "Solfångarkylning från",
					description: "Pumpen går när solfångaren är så het, även när tanken har nått sitt mål.",
				},
				release_below: {
					name: "Solfångarkylning slutar under",
					description: "Kylningen slutar när solfångaren är svalare än så.",
				},
			},
		},
	},
	setting: {
		"collector_cooling.start_at": "Solfångarkylning från",
		"collector_cooling.release_below": "Solfångarkylning slutar under",
	},
	reason: {
		collector_hot: "Solfångaren är {collector:°C} het och kyls tills den är under {release_below:°C}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		collector_cooling: {
			name: "Kollektorkühlung",
			description: "Die Pumpe läuft, damit ein sehr heißer Kollektor nicht ins Sieden kommt.",
			fields: {
				start_at: {
					name: "Kollektorkühlung ab",
					description: "Die Pumpe läuft, wenn der Kollektor so heiß ist, auch bei erreichter Speichersolltemperatur.",
				},
				release_below: {
					name: "Kollektorkühlung endet unter",
					description: "Die Kühlung endet, wenn der Kollektor kühler ist.",
				},
			},
		},
	},
	setting: {
		"collector_cooling.start_at": "Kollektorkühlung ab",
		"collector_cooling.release_below": "Kollektorkühlung endet unter",
	},
	reason: {
		collector_hot: "Der Kollektor ist {collector:°C} heiß und wird gekühlt, bis er unter {release_below:°C} ist.",
	},
};
