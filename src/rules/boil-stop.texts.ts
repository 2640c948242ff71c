import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		boil_stop: {
			name: "Boil stop",
			description: "Stops the pump when the collector boils: steam and cold water do not go together.",
			fields: {
				stop_at: {
					name: "Boil stop at",
					description: "The pump is stopped when the collector is this hot, whatever else wants it.",
				},
				release_below: {
					name: "Boil stop released below",
					description: "The pump may run again when the collector is cooler than this.",
				},
			},
		},
	},
	setting: {
		"boil_stop.stop_at": "Boil stop at",
		"boil_stop.release_below": "Boil stop released below",
	},
	reason: {
		boiling: "The collector boils (limit {stop_at:°C}); the pump may run below {release_below:°C}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		boil_stop: {
			name: "Kokstopp",
			description: "Pumpen står när solfångaren kokar: ånga och kallt vatten går inte ihop.",
			fields: {
				stop_at: {
					name: "Kokstopp vid",
					description: "Pumpen stoppas när solfångaren är så het, vad som än vill köra den.",
				},
				release_below: {
					name: "Kokstopp släpper under",
					description: "Pumpen får gå igen när solfångaren är svalare än så.",
				},
			},
		},
	},
	setting: {
		"boil_stop.stop_at": "Kokstopp vid",
		"boil_stop.release_below": "Kokstopp släpper under",
	},
	reason: {
		boiling: "Solfångaren kokar (gräns {stop_at:°C}); pumpen får gå under {release_below:°C}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		boil_stop: {
			name: "Kollektor-Notabschaltung",
			description: "Die Pumpe steht, wenn der Kollektor siedet: Dampf und kaltes Wasser vertragen sich nicht.",
			fields: {
				stop_at: {
					name: "Kollektor-Notabschaltung ab",
					description: "Die Pumpe wird gestoppt, wenn der Kollektor so heiß ist, was auch immer sie verlangt.",
				},
				release_below: {
					name: "Kollektor-Notabschaltung endet unter",
					description: "Die Pumpe darf wieder laufen, wenn der Kollektor kühler ist.",
				},
			},
		},
	},
	setting: {
		"boil_stop.stop_at": "Kollektor-Notabschaltung ab",
		"boil_stop.release_below": "Kollektor-Notabschaltung endet unter",
	},
	reason: {
		boiling: "Der Kollektor siedet (Grenze {stop_at:°C}); die Pumpe darf unter {release_below:°C} laufen.",
	},
};
