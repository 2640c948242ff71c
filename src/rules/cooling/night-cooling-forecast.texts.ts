import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		forecast_cooling: {
			name: "Cooling before sunny days",
			description:
				"In the night before a sunny day the tank is cooled through the collector, so that it has room for that sun. It needs a sensor with the role sun_tomorrow. Without a fresh forecast in the evening nothing is done.",
			fields: {
				enabled: {
					name: "Cool before sunny days",
					description: "The tank is cooled at night only if much sun is expected tomorrow.",
				},
				sunny_from: {
					name: "Sunny from",
					description:
						"From this forecast on, in the evening, tomorrow counts as sunny. Look at what your forecast says on a clear day, and take a little less.",
				},
				tank_above: {
					name: "Tank above",
					description: "A tank at this temperature or above is cooled.",
				},
				hysteresis: {
					name: "Hysteresis",
					description: "Cooling ends when the tank is more than this below the temperature above.",
				},
				colder_by: {
					name: "Collector colder by",
					description: "The collector has to be at least this much colder than the tank.",
				},
			},
		},
	},
	setting: {
		"forecast_cooling.enabled": "Cooling before sunny days",
		"forecast_cooling.sunny_from": "Cooling before sunny days, sunny from",
		"forecast_cooling.tank_above": "Cooling before sunny days, tank above",
		"forecast_cooling.hysteresis": "Cooling before sunny days, hysteresis",
		"forecast_cooling.colder_by": "Cooling before sunny days, collector colder by",
	},
	reason: {
		sun_expected:
			"Much sun is expected tomorrow: the tank ({tank:°C}) is {surplus:K} warmer than the collector and is cooled to make room.",
		tank_being_cooled: "The tank is being cooled through the collector, so it is not heated.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		forecast_cooling: {
			name: "Kylning före soliga dagar",
			description:
				"Natten före en solig dag kyls tanken genom solfångaren, så att den har plats för solen. Det kräver en givare med rollen sun_tomorrow. Utan en färsk prognos på kvällen görs ingenting.",
			fields: {
				enabled: {
					name: "Kyl före soliga dagar",
					description: "Tanken kyls på natten bara om mycket sol väntas i morgon.",
				},
				sunny_from: {
					name: "Soligt från",
					description:
						"Från den här prognosen, på kvällen, räknas morgondagen som solig. Se vad din prognos säger en klar dag och ta lite mindre.",
				},
				tank_above: {
					name: "Tanken över",
					description: "En tank med den här temperaturen eller mer kyls.",
				},
				hysteresis: {
					name: "Hysteres",
					description: "Kylningen slutar när tanken är mer än så under temperaturen ovan.",
				},
				colder_by: {
					name: "Solfångaren kallare med",
					description: "Solfångaren måste vara minst så mycket kallare än tanken.",
				},
			},
		},
	},
	setting: {
		"forecast_cooling.enabled": "Kylning före soliga dagar",
		"forecast_cooling.sunny_from": "Kylning före soliga dagar, soligt från",
		"forecast_cooling.tank_above": "Kylning före soliga dagar, tanken över",
		"forecast_cooling.hysteresis": "Kylning före soliga dagar, hysteres",
		"forecast_cooling.colder_by": "Kylning före soliga dagar, solfångaren kallare med",
	},
	reason: {
		sun_expected:
			"Mycket sol väntas i morgon: tanken ({tank:°C}) är {surplus:K} varmare än solfångaren och kyls för att få plats.",
		tank_being_cooled: "Tanken kyls genom solfångaren, så den värms inte.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		forecast_cooling: {
			name: "Kühlung vor Sonnentagen",
			description:
				"In der Nacht vor einem Sonnentag wird der Speicher über den Kollektor gekühlt, damit er Platz für diese Sonne hat. Dazu braucht es einen Fühler mit der Rolle sun_tomorrow. Ohne frische Vorhersage am Abend geschieht nichts.",
			fields: {
				enabled: {
					name: "Vor Sonnentagen kühlen",
					description: "Der Speicher wird nachts nur gekühlt, wenn morgen viel Sonne erwartet wird.",
				},
				sunny_from: {
					name: "Sonnig ab",
					description:
						"Ab dieser Vorhersage am Abend gilt der nächste Tag als sonnig. Am besten etwas weniger als das, was die Vorhersage an einem klaren Tag nennt.",
				},
				tank_above: {
					name: "Speicher ab",
					description: "Ein Speicher mit dieser Temperatur oder mehr wird gekühlt.",
				},
				hysteresis: {
					name: "Hysterese",
					description: "Die Kühlung endet, wenn der Speicher um mehr als diesen Wert unter der Temperatur oben liegt.",
				},
				colder_by: {
					name: "Kollektor kälter um",
					description: "Der Kollektor muss mindestens so viel kälter sein als der Speicher.",
				},
			},
		},
	},
	setting: {
		"forecast_cooling.enabled": "Kühlung vor Sonnentagen",
		"forecast_cooling.sunny_from": "Kühlung vor Sonnentagen, sonnig ab",
		"forecast_cooling.tank_above": "Kühlung vor Sonnentagen, Speicher ab",
		"forecast_cooling.hysteresis": "Kühlung vor Sonnentagen, Hysterese",
		"forecast_cooling.colder_by": "Kühlung vor Sonnentagen, Kollektor kälter um",
	},
	reason: {
		sun_expected:
			"Für morgen wird viel Sonne erwartet: Der Speicher ({tank:°C}) ist {surplus:K} wärmer als der Kollektor und wird gekühlt, um Platz zu schaffen.",
		tank_being_cooled: "Der Speicher wird über den Kollektor gekühlt und deshalb nicht beheizt.",
	},
};
