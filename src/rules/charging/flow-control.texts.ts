import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		flow_control: {
			name: "Speed control",
			description: "How fast a pump with speed control charges. A pump that is only switched is not affected.",
			fields: {
				enabled: {
					name: "Follow the temperature difference",
					description:
						"A pump with speed control runs slowly while the collector is only a little warmer than the tank.",
				},
				slow_at: {
					name: "Lowest speed up to",
					description:
						"The pump runs at its lowest speed while the collector is no more than this warmer than the tank. Keep it at least 1 K below the difference for full speed.",
				},
				full_at: {
					name: "Full speed from",
					description: "The pump runs at full speed when the collector is at least this much warmer than the tank.",
				},
			},
		},
	},
	setting: {
		"flow_control.enabled": "Speed control",
		"flow_control.slow_at": "Lowest speed up to",
		"flow_control.full_at": "Full speed from",
	},
	reason: {
		speed_follows: "The collector is {gain:K} warmer than the tank; full speed is from {full_at:K}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		flow_control: {
			name: "Varvtalsstyrning",
			description: "Hur fort en varvtalsstyrd pump laddar. En pump som bara slås till och från påverkas inte.",
			fields: {
				enabled: {
					name: "Följ temperaturskillnaden",
					description: "En varvtalsstyrd pump går sakta medan solfångaren bara är lite varmare än tanken.",
				},
				slow_at: {
					name: "Lägsta varvtal upp till",
					description:
						"Pumpen går på lägsta varvtal medan solfångaren är högst så mycket varmare än tanken. Håll värdet minst 1 K under skillnaden för fullt varvtal.",
				},
				full_at: {
					name: "Fullt varvtal från",
					description: "Pumpen går på fullt varvtal när solfångaren är minst så mycket varmare än tanken.",
				},
			},
		},
	},
	setting: {
		"flow_control.enabled": "Varvtalsstyrning",
		"flow_control.slow_at": "Lägsta varvtal upp till",
		"flow_control.full_at": "Fullt varvtal från",
	},
	reason: {
		speed_follows: "Solfångaren är {gain:K} varmare än tanken; fullt varvtal från {full_at:K}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		flow_control: {
			name: "Drehzahlregelung",
			description:
				"Wie schnell eine drehzahlgeregelte Pumpe belädt. Eine Pumpe, die nur geschaltet wird, ist nicht betroffen.",
			fields: {
				enabled: {
					name: "Der Temperaturdifferenz folgen",
					description:
						"Eine drehzahlgeregelte Pumpe läuft langsam, solange der Kollektor nur wenig wärmer ist als der Speicher.",
				},
				slow_at: {
					name: "Kleinste Drehzahl bis",
					description:
						"Die Pumpe läuft mit kleinster Drehzahl, solange der Kollektor höchstens so viel wärmer ist als der Speicher. Mindestens 1 K unter der Differenz für volle Drehzahl wählen.",
				},
				full_at: {
					name: "Volle Drehzahl ab",
					description:
						"Die Pumpe läuft mit voller Drehzahl, wenn der Kollektor mindestens so viel wärmer ist als der Speicher.",
				},
			},
		},
	},
	setting: {
		"flow_control.enabled": "Drehzahlregelung",
		"flow_control.slow_at": "Kleinste Drehzahl bis",
		"flow_control.full_at": "Volle Drehzahl ab",
	},
	reason: {
		speed_follows: "Der Kollektor ist {gain:K} wärmer als der Speicher; volle Drehzahl ab {full_at:K}.",
	},
};
