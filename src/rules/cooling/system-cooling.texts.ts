import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		system_cooling: {
			name: "System cooling",
			description:
				"Delays stagnation: when the tank is full, the pump still runs while the collector is much warmer. The collector stays hot and loses more heat, and the tank fills slowly.",
			fields: {
				enabled: {
					name: "Cool the system",
					description: "Not together with collector cooling: switch that off first.",
				},
				start_at: {
					name: "System cooling from",
					description: "With a full tank the pump starts when the collector is at least this much warmer.",
				},
				stop_at: {
					name: "System cooling ends at",
					description:
						"The pump stops when the collector is no more than this warmer. Keep it at least 0.5 K below the start.",
				},
				tank_up_to: {
					name: "Tank up to",
					description: "At this tank temperature system cooling ends. It may start again when the tank is 2 K colder.",
				},
			},
		},
	},
	setting: {
		"system_cooling.enabled": "System cooling",
		"system_cooling.start_at": "System cooling from",
		"system_cooling.stop_at": "System cooling ends at",
		"system_cooling.tank_up_to": "System cooling, tank up to",
	},
	activity: {
		system_cooling: "cooling the system",
	},
	reason: {
		system_cooled:
			"The tank is full and the collector {gain:K} warmer; the pump runs until that is {stop_at:K} or the tank is at {tank_up_to:°C}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		system_cooling: {
			name: "Systemkylning",
			description:
				"Fördröjer stagnation: när tanken är full går pumpen ändå medan solfångaren är mycket varmare. Solfångaren förblir het och förlorar mer värme, och tanken fylls långsamt.",
			fields: {
				enabled: {
					name: "Kyl systemet",
					description: "Inte tillsammans med solfångarkylning: stäng av den först.",
				},
				start_at: {
					name: "Systemkylning från",
					description: "Med full tank startar pumpen när solfångaren är minst så mycket varmare.",
				},
				stop_at: {
					name: "Systemkylning slutar vid",
					description:
						"Pumpen stannar när solfångaren är högst så mycket varmare. Håll värdet minst 0,5 K under startvärdet.",
				},
				tank_up_to: {
					name: "Tanken upp till",
					description:
						"Vid den här tanktemperaturen slutar systemkylningen. Den får starta igen när tanken är 2 K kallare.",
				},
			},
		},
	},
	setting: {
		"system_cooling.enabled": "Systemkylning",
		"system_cooling.start_at": "Systemkylning från",
		"system_cooling.stop_at": "Systemkylning slutar vid",
		"system_cooling.tank_up_to": "Systemkylning, tanken upp till",
	},
	activity: {
		system_cooling: "kyler systemet",
	},
	reason: {
		system_cooled:
			"Tanken är full och solfångaren {gain:K} varmare; pumpen går tills det är {stop_at:K} eller tanken håller {tank_up_to:°C}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		system_cooling: {
			name: "Systemkühlung",
			description:
				"Verzögert die Stagnation: Ist der Speicher voll, läuft die Pumpe trotzdem, solange der Kollektor viel wärmer ist. Der Kollektor bleibt heiß und verliert mehr Wärme, und der Speicher füllt sich langsam.",
			fields: {
				enabled: {
					name: "System kühlen",
					description: "Nicht zusammen mit der Kollektorkühlung: diese zuerst ausschalten.",
				},
				start_at: {
					name: "Systemkühlung ab",
					description: "Bei vollem Speicher schaltet die Pumpe ein, wenn der Kollektor mindestens so viel wärmer ist.",
				},
				stop_at: {
					name: "Systemkühlung endet bei",
					description:
						"Die Pumpe schaltet ab, wenn der Kollektor höchstens noch so viel wärmer ist. Mindestens 0,5 K unter dem Start wählen.",
				},
				tank_up_to: {
					name: "Speicher bis",
					description:
						"Bei dieser Speichertemperatur endet die Systemkühlung. Ist der Speicher 2 K kälter, darf sie wieder beginnen.",
				},
			},
		},
	},
	setting: {
		"system_cooling.enabled": "Systemkühlung",
		"system_cooling.start_at": "Systemkühlung ab",
		"system_cooling.stop_at": "Systemkühlung endet bei",
		"system_cooling.tank_up_to": "Systemkühlung, Speicher bis",
	},
	activity: {
		system_cooling: "kühlt das System",
	},
	reason: {
		system_cooled:
			"Der Speicher ist voll und der Kollektor {gain:K} wärmer; die Pumpe läuft, bis es {stop_at:K} sind oder der Speicher {tank_up_to:°C} hat.",
	},
};
