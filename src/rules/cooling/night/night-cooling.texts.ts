import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		night_cooling: {
			name: "Night cooling",
			description: "Cools a tank that is too hot by running the pump through the cold collector.",
			fields: {
				enabled: {
					name: "Cool at night",
					description: "Cools an overheated tank through the collector while the collector is colder.",
				},
				tank_above: {
					name: "Night cooling from",
					description: "A tank at this temperature or above is cooled.",
				},
				hysteresis: {
					name: "Night cooling hysteresis",
					description: "Cooling ends when the tank is more than this below the temperature above.",
				},
				colder_by: {
					name: "Collector colder by",
					description: "The collector has to be at least this much colder than the tank.",
				},
				ends_at: {
					name: "Collector colder by, at the end",
					description:
						"While it cools, the collector fills with the tank's water and is only a few kelvin colder. With 1 K here the pump runs on instead of starting again and again. No effect above the value for the start.",
				},
			},
		},
	},
	setting: {
		"night_cooling.enabled": "Night cooling",
		"night_cooling.tank_above": "Night cooling from",
		"night_cooling.hysteresis": "Night cooling hysteresis",
		"night_cooling.colder_by": "Night cooling, colder by",
		"night_cooling.ends_at": "Night cooling, ends at",
	},
	activity: {
		night_cooling: "cooling the tank",
	},
	reason: {
		tank_surplus: "The tank is {surplus:K} warmer than the collector and is being cooled through it.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		night_cooling: {
			name: "Nattkylning",
			description: "Kyler en för varm tank genom att köra pumpen genom den kalla solfångaren.",
			fields: {
				enabled: {
					name: "Kyl på natten",
					description: "Kyler en överhettad tank genom solfångaren medan den är kallare.",
				},
				tank_above: {
					name: "Nattkylning från",
					description: "En tank med minst den här temperaturen kyls.",
				},
				hysteresis: {
					name: "Nattkylningens hysteres",
					description: "Kylningen slutar när tanken har sjunkit mer än så under starttemperaturen.",
				},
				colder_by: {
					name: "Solfångaren kallare, minst",
					description: "Solfångaren måste vara minst så mycket kallare än tanken.",
				},
				ends_at: {
					name: "Solfångaren kallare, minst, i slutet",
					description:
						"Under kylningen fylls solfångaren med tankens vatten och är bara några kelvin kallare. Med 1 K går pumpen vidare i stället för att starta om och om igen. Ett värde över det för starten har ingen verkan.",
				},
			},
		},
	},
	setting: {
		"night_cooling.enabled": "Nattkylning",
		"night_cooling.tank_above": "Nattkylning från",
		"night_cooling.hysteresis": "Nattkylningens hysteres",
		"night_cooling.colder_by": "Nattkylning, kallare minst",
		"night_cooling.ends_at": "Nattkylning, slutar vid",
	},
	activity: {
		night_cooling: "kyler tanken",
	},
	reason: {
		tank_surplus: "Tanken är {surplus:K} varmare än solfångaren och kyls genom den.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		night_cooling: {
			name: "Rückkühlung",
			description: "Kühlt einen zu heißen Speicher über den kalten Kollektor zurück.",
			fields: {
				enabled: {
					name: "Nachts rückkühlen",
					description: "Kühlt einen überhitzten Speicher über den Kollektor, solange dieser kälter ist.",
				},
				tank_above: {
					name: "Rückkühlung ab",
					description: "Ein Speicher ab dieser Temperatur wird gekühlt.",
				},
				hysteresis: {
					name: "Hysterese der Rückkühlung",
					description: "Die Kühlung endet, wenn der Speicher um mehr als diesen Wert unter der Starttemperatur liegt.",
				},
				colder_by: {
					name: "Kollektor kälter um",
					description: "Der Kollektor muss mindestens so viel kälter sein als der Speicher.",
				},
				ends_at: {
					name: "Kollektor kälter um, am Ende",
					description:
						"Während der Kühlung füllt sich der Kollektor mit dem Wasser des Speichers und ist nur wenige Kelvin kälter. Bei 1 K läuft die Pumpe weiter, statt immer wieder zu starten. Ein Wert über dem für den Start hat keine Wirkung.",
				},
			},
		},
	},
	setting: {
		"night_cooling.enabled": "Rückkühlung",
		"night_cooling.tank_above": "Rückkühlung ab",
		"night_cooling.hysteresis": "Hysterese der Rückkühlung",
		"night_cooling.colder_by": "Rückkühlung, kälter um",
		"night_cooling.ends_at": "Rückkühlung, Ende bei",
	},
	activity: {
		night_cooling: "kühlt den Speicher",
	},
	reason: {
		tank_surplus: "Der Speicher ist {surplus:K} wärmer als der Kollektor und wird darüber gekühlt.",
	},
};
