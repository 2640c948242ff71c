import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		night_cooling: {
			name: "Night cooling",
			description: "Gives the heat of a too hot tank back through a cold collector.",
			fields: {
				enabled: {
					name: "Cool at night",
					description: "Cool an overfull tank through the collector when that is colder.",
				},
				tank_above: {
					name: "Night cooling from",
					description: "Only a tank at least this hot is cooled.",
				},
				hysteresis: {
					name: "Night cooling hysteresis",
					description: "Cooling ends when the tank is cooler than the start by more than this.",
				},
				colder_by: {
					name: "Collector colder by",
					description: "The collector has to be at least this much colder than the tank.",
				},
			},
		},
	},
	setting: {
		"night_cooling.enabled": "Night cooling",
		"night_cooling.tank_above": "Night cooling from",
		"night_cooling.hysteresis": "Night cooling hysteresis",
		"night_cooling.colder_by": "Night cooling, collector colder by",
	},
	reason: {
		tank_surplus: "The tank is {surplus:K} warmer than the collector and gives heat back.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		night_cooling: {
			name: "Nattkylning",
			description: "En för het tank ger ifrån sig värme genom den kalla solfångaren.",
			fields: {
				enabled: {
					name: "Kyl på natten",
					description: "Kyl en överfull tank genom solfångaren när den är kallare.",
				},
				tank_above: {
					name: "Nattkylning från",
					description: "Bara en tank som är minst så varm kyls.",
				},
				hysteresis: {
					name: "Nattkylningens hysteres",
					description: "Kylningen slutar när tanken är mer än så mycket svalare än vid starten.",
				},
				colder_by: {
					name: "Solfångaren kallare med",
					description: "Solfångaren måste vara minst så mycket kallare än tanken.",
				},
			},
		},
	},
	setting: {
		"night_cooling.enabled": "Nattkylning",
		"night_cooling.tank_above": "Nattkylning från",
		"night_cooling.hysteresis": "Nattkylningens hysteres",
		"night_cooling.colder_by": "Nattkylning, solfångaren kallare med",
	},
	reason: {
		tank_surplus: "Tanken är {surplus:K} varmare än solfångaren och ger tillbaka värme.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		night_cooling: {
			name: "Rückkühlung",
			description: "Ein zu heißer Speicher gibt seine Wärme über den kalten Kollektor wieder ab.",
			fields: {
				enabled: {
					name: "Nachts rückkühlen",
					description: "Einen übervollen Speicher über den Kollektor kühlen, wenn dieser kälter ist.",
				},
				tank_above: {
					name: "Rückkühlung ab",
					description: "Nur ein mindestens so heißer Speicher wird gekühlt.",
				},
				hysteresis: {
					name: "Hysterese der Rückkühlung",
					description: "Die Kühlung endet, wenn der Speicher um mehr als diesen Wert kühler ist als beim Start.",
				},
				colder_by: {
					name: "Kollektor kälter um",
					description: "Der Kollektor muss mindestens so viel kälter sein als der Speicher.",
				},
			},
		},
	},
	setting: {
		"night_cooling.enabled": "Rückkühlung",
		"night_cooling.tank_above": "Rückkühlung ab",
		"night_cooling.hysteresis": "Hysterese der Rückkühlung",
		"night_cooling.colder_by": "Rückkühlung, Kollektor kälter um",
	},
	reason: {
		tank_surplus: "Der Speicher ist {surplus:K} wärmer als der Kollektor und gibt Wärme ab.",
	},
};
