import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		overheat_cooling: {
			name: "Cooling of an overheated tank",
			description:
				"When the sun has heated the tank close to its maximum, the water around the solar coil is cooled through the collector as soon as that is colder, in the evening or at night. So the next sunny day fits in, and the collector does not boil. Hot water above the coil stays. Heat of a stove or heater is not cooled, and another tank is charged first.",
			fields: {
				enabled: {
					name: "Cool an overheated tank",
					description:
						"Without it the tank keeps all heat, and on the following sunny day the collector may boil. Switch it off where the pump must not run at night.",
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
						"The water around the coil is cooled to this temperature. In a tank with one sensor cooling ends with the hysteresis already.",
				},
				dull_below: {
					name: "Not before dull days",
					description:
						"With a sensor of the role sun_tomorrow: if less sun than this is expected in the evening, the tank keeps its heat. 0: the forecast is not asked.",
				},
			},
		},
	},
	setting: {
		"overheat_cooling.enabled": "Overheat cooling",
		"overheat_cooling.tank_above": "Overheat cooling, tank above",
		"overheat_cooling.hysteresis": "Overheat cooling, hysteresis",
		"overheat_cooling.colder_by": "Overheat cooling, colder by",
		"overheat_cooling.cool_to": "Overheat cooling, cool to",
		"overheat_cooling.dull_below": "Overheat cooling, dull below",
	},
	condition: {
		dull_expected: "a dull day is expected",
	},
	reason: {
		tank_overheated:
			"The tank is {hottest:°C} hot at its hottest sensor. Around the coil it is {surplus:K} warmer than the collector and is cooled to {cool_to:°C}, to make room for the sun.",
		tank_cooled_unheated:
			"The tank was cooled around its coil to make room for the sun. It is still {hottest:°C} hot above, so it is not heated.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		overheat_cooling: {
			name: "Kylning av en överhettad tank",
			description:
				"När solen har värmt tanken nära maximitemperaturen kyls vattnet kring solslingan genom solfångaren så snart den är kallare, på kvällen eller natten. Då finns det plats för nästa soliga dag och solfångaren kokar inte. Det varma vattnet ovanför slingan blir kvar. Värme från en kamin eller elpatron kyls inte bort, och en annan tank laddas först.",
			fields: {
				enabled: {
					name: "Kyl en överhettad tank",
					description:
						"Utan den behåller tanken all värme, och nästa soliga dag kan solfångaren koka. Stäng av den där pumpen inte får gå på natten.",
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
						"Vattnet kring slingan kyls till den här temperaturen. I en tank med en enda givare slutar kylningen redan med hysteresen.",
				},
				dull_below: {
					name: "Inte före mulna dagar",
					description:
						"Med en givare med rollen sun_tomorrow: väntas på kvällen mindre sol än så, behåller tanken sin värme. 0: prognosen används inte.",
				},
			},
		},
	},
	setting: {
		"overheat_cooling.enabled": "Kylning av het tank",
		"overheat_cooling.tank_above": "Het tank, kyls över",
		"overheat_cooling.hysteresis": "Het tank, hysteres",
		"overheat_cooling.colder_by": "Het tank, solfångaren kallare",
		"overheat_cooling.cool_to": "Het tank, kyls till",
		"overheat_cooling.dull_below": "Het tank, mulet under",
	},
	condition: {
		dull_expected: "en mulen dag väntas",
	},
	reason: {
		tank_overheated:
			"Tankens varmaste givare visar {hottest:°C}. Kring slingan är tanken {surplus:K} varmare än solfångaren och kyls till {cool_to:°C} för att ge plats åt solen.",
		tank_cooled_unheated:
			"Tanken har kylts kring slingan för att ge plats för solen. Ovanför är den fortfarande {hottest:°C} varm, så den värms inte.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		overheat_cooling: {
			name: "Kühlung eines überhitzten Speichers",
			description:
				"Hat die Sonne den Speicher bis nahe an sein Maximum erwärmt, wird das Wasser um den Solarwärmetauscher über den Kollektor gekühlt, sobald dieser kälter ist, am Abend oder in der Nacht. So ist Platz für den nächsten Sonnentag, und der Kollektor kocht nicht. Das heiße Wasser darüber bleibt. Wärme eines Ofens oder Heizstabs wird nicht weggekühlt, und ein anderer Speicher wird zuerst geladen.",
			fields: {
				enabled: {
					name: "Überhitzten Speicher kühlen",
					description:
						"Ohne diese Funktion behält der Speicher alle Wärme, und am nächsten Sonnentag kann der Kollektor kochen. Ausschalten, wo die Pumpe nachts nicht laufen darf.",
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
						"Bis zu dieser Temperatur wird das Wasser um den Wärmetauscher gekühlt. In einem Speicher mit nur einem Fühler endet die Kühlung schon mit der Hysterese.",
				},
				dull_below: {
					name: "Nicht vor trüben Tagen",
					description:
						"Mit einem Fühler der Rolle sun_tomorrow: Wird am Abend weniger Sonne erwartet, behält der Speicher seine Wärme. 0: Die Vorhersage wird nicht beachtet.",
				},
			},
		},
	},
	setting: {
		"overheat_cooling.enabled": "Heißen Speicher kühlen",
		"overheat_cooling.tank_above": "Heißer Speicher, kühlen ab",
		"overheat_cooling.hysteresis": "Heißer Speicher, Hysterese",
		"overheat_cooling.colder_by": "Heißer Speicher, kälter um",
		"overheat_cooling.cool_to": "Heißer Speicher, kühlen bis",
		"overheat_cooling.dull_below": "Heißer Speicher, trüb unter",
	},
	condition: {
		dull_expected: "ein trüber Tag wird erwartet",
	},
	reason: {
		tank_overheated:
			"Der wärmste Fühler des Speichers zeigt {hottest:°C}. Um den Wärmetauscher ist der Speicher {surplus:K} wärmer als der Kollektor und wird bis {cool_to:°C} gekühlt, um Platz für die Sonne zu schaffen.",
		tank_cooled_unheated:
			"Der Speicher wurde um den Wärmetauscher gekühlt, um Platz für die Sonne zu schaffen. Darüber ist er noch {hottest:°C} heiß und wird deshalb nicht beheizt.",
	},
};
