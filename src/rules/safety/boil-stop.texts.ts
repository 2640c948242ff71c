import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		boil_stop: {
			name: "Boil stop",
			description: "Stops the pump when the collector boils: cold liquid entering a steaming collector can damage it.",
			fields: {
				stop_at: {
					name: "Boil stop at",
					description:
						"At this collector temperature the pump is stopped, even if another function requests it. Water and drain-back systems: 95 °C or less.",
				},
				release_below: {
					name: "Boil stop released below",
					description: "Below this collector temperature the pump may run again.",
				},
			},
		},
	},
	setting: {
		"boil_stop.stop_at": "Boil stop at",
		"boil_stop.release_below": "Boil stop released below",
	},
	activity: {
		boil_stop: "boil stop",
	},
	reason: {
		boiling: "The collector boils (limit {stop_at:°C}); the pump may run below {release_below:°C}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		boil_stop: {
			name: "Kokstopp",
			description: "Stoppar pumpen när solfångaren kokar: kall vätska i en kokande solfångare kan skada den.",
			fields: {
				stop_at: {
					name: "Kokstopp vid",
					description:
						"Vid den här solfångartemperaturen stoppas pumpen, även om en annan funktion vill köra den. Vatten och dräneringssystem: högst 95 °C.",
				},
				release_below: {
					name: "Kokstopp upphör under",
					description: "Under den här solfångartemperaturen får pumpen gå igen.",
				},
			},
		},
	},
	setting: {
		"boil_stop.stop_at": "Kokstopp vid",
		"boil_stop.release_below": "Kokstopp upphör under",
	},
	activity: {
		boil_stop: "kokstopp",
	},
	reason: {
		boiling: "Solfångaren kokar (gräns {stop_at:°C}); pumpen får gå igen under {release_below:°C}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		boil_stop: {
			name: "Kollektor-Notabschaltung",
			description:
				"Schaltet die Pumpe ab, wenn der Kollektor siedet: Kalte Flüssigkeit in einem siedenden Kollektor kann ihn beschädigen.",
			fields: {
				stop_at: {
					name: "Kollektor-Notabschaltung ab",
					description:
						"Bei dieser Kollektortemperatur wird die Pumpe abgeschaltet, auch wenn eine andere Funktion sie anfordert. Wasser und Drainback-Anlagen: höchstens 95 °C.",
				},
				release_below: {
					name: "Kollektor-Notabschaltung endet unter",
					description: "Unter dieser Kollektortemperatur darf die Pumpe wieder laufen.",
				},
			},
		},
	},
	setting: {
		"boil_stop.stop_at": "Kollektor-Notabschaltung ab",
		"boil_stop.release_below": "Notabschaltung endet unter",
	},
	activity: {
		boil_stop: "Kollektor-Notabschaltung",
	},
	reason: {
		boiling: "Der Kollektor siedet (Grenze {stop_at:°C}); die Pumpe darf unter {release_below:°C} wieder laufen.",
	},
};
