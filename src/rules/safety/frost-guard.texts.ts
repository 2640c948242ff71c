import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		frost_guard: {
			name: "Frost guard",
			description:
				"Keeps a collector that is filled with water from freezing: the pump takes heat from the tank to it. Leave it off with antifreeze.",
			fields: {
				enabled: {
					name: "Guard against frost",
					description: "The pump runs in frost, as long as the tank has heat to give.",
				},
				start_at: {
					name: "Frost guard from",
					description: "At this collector temperature or below the pump runs.",
				},
				stop_above: {
					name: "Frost guard ends above",
					description: "Above this collector temperature the pump rests again. Keep it above the start.",
				},
				tank_minimum: {
					name: "Tank at least",
					description: "A tank colder than this gives no more heat. It does again when it is 2 K warmer.",
				},
			},
		},
	},
	setting: {
		"frost_guard.enabled": "Frost guard",
		"frost_guard.start_at": "Frost guard from",
		"frost_guard.stop_above": "Frost guard ends above",
		"frost_guard.tank_minimum": "Frost guard, tank at least",
	},
	activity: {
		frost_guard: "guarding against frost",
	},
	reason: {
		frost_near:
			"The collector is at {collector:°C} and gets heat from the tank ({tank:°C}) until it is above {stop_above:°C}.",
		frost_tank_cold:
			"The collector may freeze, but the tank is at {tank:°C} and gives no heat below {tank_minimum:°C}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		frost_guard: {
			name: "Frostskydd",
			description:
				"Håller en vattenfylld solfångare från att frysa: pumpen för värme från tanken till den. Låt det vara av med frostskyddsvätska.",
			fields: {
				enabled: {
					name: "Skydda mot frost",
					description: "Pumpen går vid frost så länge tanken har värme att ge.",
				},
				start_at: {
					name: "Frostskydd från",
					description: "Vid den här solfångartemperaturen eller lägre går pumpen.",
				},
				stop_above: {
					name: "Frostskydd slutar över",
					description: "Över den här solfångartemperaturen vilar pumpen igen. Håll värdet över startvärdet.",
				},
				tank_minimum: {
					name: "Tanken minst",
					description: "En kallare tank ger ingen mer värme. Den gör det igen när den är 2 K varmare.",
				},
			},
		},
	},
	setting: {
		"frost_guard.enabled": "Frostskydd",
		"frost_guard.start_at": "Frostskydd från",
		"frost_guard.stop_above": "Frostskydd slutar över",
		"frost_guard.tank_minimum": "Frostskydd, tanken minst",
	},
	activity: {
		frost_guard: "skyddar mot frost",
	},
	reason: {
		frost_near:
			"Solfångaren håller {collector:°C} och får värme från tanken ({tank:°C}) tills den är över {stop_above:°C}.",
		frost_tank_cold: "Solfångaren kan frysa, men tanken håller {tank:°C} och ger ingen värme under {tank_minimum:°C}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		frost_guard: {
			name: "Frostschutz",
			description:
				"Bewahrt einen mit Wasser gefüllten Kollektor vor dem Einfrieren: Die Pumpe bringt ihm Wärme aus dem Speicher. Mit Frostschutzmittel ausgeschaltet lassen.",
			fields: {
				enabled: {
					name: "Vor Frost schützen",
					description: "Bei Frost läuft die Pumpe, solange der Speicher Wärme abgeben kann.",
				},
				start_at: {
					name: "Frostschutz ab",
					description: "Bei dieser Kollektortemperatur oder darunter läuft die Pumpe.",
				},
				stop_above: {
					name: "Frostschutz endet über",
					description: "Über dieser Kollektortemperatur ruht die Pumpe wieder. Über dem Startwert wählen.",
				},
				tank_minimum: {
					name: "Speicher mindestens",
					description: "Ein kälterer Speicher gibt keine Wärme mehr ab. Ist er 2 K wärmer, tut er es wieder.",
				},
			},
		},
	},
	setting: {
		"frost_guard.enabled": "Frostschutz",
		"frost_guard.start_at": "Frostschutz ab",
		"frost_guard.stop_above": "Frostschutz endet über",
		"frost_guard.tank_minimum": "Frostschutz, Speicher mindestens",
	},
	activity: {
		frost_guard: "schützt vor Frost",
	},
	reason: {
		frost_near:
			"Der Kollektor hat {collector:°C} und bekommt Wärme aus dem Speicher ({tank:°C}), bis er über {stop_above:°C} liegt.",
		frost_tank_cold:
			"Der Kollektor kann einfrieren, aber der Speicher hat {tank:°C} und gibt unter {tank_minimum:°C} keine Wärme ab.",
	},
};
