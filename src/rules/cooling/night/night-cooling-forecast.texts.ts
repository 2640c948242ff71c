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
					description: "When the hottest sensor of the tank shows this or more, cooling begins.",
				},
				hysteresis: {
					name: "Hysteresis",
					description: "Cooling ends when the hottest sensor is more than this below the temperature above.",
				},
				colder_by: {
					name: "Collector colder by",
					description: "The collector has to be at least this much colder than the water around the coil.",
				},
				cool_to: {
					name: "Cool to",
					description:
						"The water around the solar coil is cooled to this temperature; hot water above it stays. In a tank with one sensor cooling ends with the hysteresis already: with a second one further up it makes much more room.",
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
		"forecast_cooling.cool_to": "Cooling before sunny days, cool to",
	},
	reason: {
		sun_expected:
			"Much sun is expected tomorrow: the tank ({tank:°C}) is {surplus:K} warmer than the collector around the coil and is cooled there to {cool_to:°C}, to make room.",
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
					name: "Starttemperatur i tanken",
					description: "När tankens varmaste givare visar detta eller mer börjar kylningen.",
				},
				hysteresis: {
					name: "Hysteres",
					description: "Kylningen slutar när den varmaste givaren har sjunkit mer än så under starttemperaturen.",
				},
				colder_by: {
					name: "Solfångaren kallare, minst",
					description: "Solfångaren måste vara minst så mycket kallare än vattnet kring slingan.",
				},
				cool_to: {
					name: "Kyl till",
					description:
						"Vattnet kring solslingan kyls till den här temperaturen; det varma vattnet ovanför blir kvar. I en tank med en enda givare slutar kylningen redan med hysteresen: med en till längre upp ger den mycket mer plats.",
				},
			},
		},
	},
	setting: {
		"forecast_cooling.enabled": "Kylning före soliga dagar",
		"forecast_cooling.sunny_from": "Kylning före soliga dagar, soligt från",
		"forecast_cooling.tank_above": "Kylning före soliga dagar, starttemperatur i tanken",
		"forecast_cooling.hysteresis": "Kylning före soliga dagar, hysteres",
		"forecast_cooling.colder_by": "Kylning före soliga dagar, solfångaren kallare, minst",
		"forecast_cooling.cool_to": "Kylning före soliga dagar, kyl till",
	},
	reason: {
		sun_expected:
			"Mycket sol väntas i morgon: tanken ({tank:°C}) är vid slingan {surplus:K} varmare än solfångaren och kyls där till {cool_to:°C} för att ge plats.",
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
					name: "Starttemperatur im Speicher",
					description: "Zeigt der wärmste Fühler des Speichers diesen Wert oder mehr, beginnt die Kühlung.",
				},
				hysteresis: {
					name: "Hysterese",
					description:
						"Die Kühlung endet, wenn der wärmste Fühler um mehr als diesen Wert unter der Starttemperatur liegt.",
				},
				colder_by: {
					name: "Kollektor kälter um",
					description: "Der Kollektor muss mindestens so viel kälter sein als das Wasser um den Wärmetauscher.",
				},
				cool_to: {
					name: "Kühlen bis",
					description:
						"Bis zu dieser Temperatur wird das Wasser um den Solarwärmetauscher gekühlt; das heiße Wasser darüber bleibt. In einem Speicher mit nur einem Fühler endet die Kühlung schon mit der Hysterese: mit einem zweiten weiter oben schafft sie viel mehr Platz.",
				},
			},
		},
	},
	setting: {
		"forecast_cooling.enabled": "Kühlung vor Sonnentagen",
		"forecast_cooling.sunny_from": "Kühlung vor Sonnentagen, sonnig ab",
		"forecast_cooling.tank_above": "Kühlung vor Sonnentagen, Starttemperatur im Speicher",
		"forecast_cooling.hysteresis": "Kühlung vor Sonnentagen, Hysterese",
		"forecast_cooling.colder_by": "Kühlung vor Sonnentagen, Kollektor kälter um",
		"forecast_cooling.cool_to": "Kühlung vor Sonnentagen, kühlen bis",
	},
	reason: {
		sun_expected:
			"Für morgen wird viel Sonne erwartet: Der Speicher ({tank:°C}) ist am Wärmetauscher {surplus:K} wärmer als der Kollektor und wird dort bis {cool_to:°C} gekühlt, um Platz zu schaffen.",
		tank_being_cooled: "Der Speicher wird über den Kollektor gekühlt und deshalb nicht beheizt.",
	},
};
