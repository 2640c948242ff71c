import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		return_preheating: {
			name: "Preheating the heating return",
			description:
				"Leads the return of the heating through a tank that is warmer. Needs a circuit from a tank to a consumer with the use heating, with the valve as its pump.",
			fields: {
				start_at: {
					name: "Preheat from",
					description: "The valve opens when the tank is at least this much warmer than the return.",
				},
				stop_at: {
					name: "Stop preheating at",
					description:
						"The valve closes when the tank is no more than this warmer. Keep it at least 1 K below the start.",
				},
				summer_from: {
					name: "Not in summer, from",
					description: "If there is an outdoor sensor, the valve stays closed from this outdoor temperature on.",
				},
			},
		},
	},
	setting: {
		"return_preheating.start_at": "Preheat the return from",
		"return_preheating.stop_at": "Stop preheating the return at",
		"return_preheating.summer_from": "No preheating outdoors from",
	},
	activity: { preheating: "preheating the heating return" },
	reason: {
		heating_in_summer:
			"It is {outdoor:°C} outdoors, so the heating takes no heat; that ends 2 K below {summer_from:°C}.",
		return_preheated: "The tank is {gain:K} warmer than the return of the heating; it stops at {stop_at:K}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		return_preheating: {
			name: "Förvärmning av returen",
			description:
				"Leder värmesystemets retur genom en tank som är varmare. Kräver en krets från en tank till en förbrukare med användningen heating, med ventilen som pump.",
			fields: {
				start_at: {
					name: "Förvärm från",
					description: "Ventilen öppnar när tanken är minst så mycket varmare än returen.",
				},
				stop_at: {
					name: "Sluta förvärma vid",
					description:
						"Ventilen stänger när tanken är högst så mycket varmare. Håll värdet minst 1 K under startvärdet.",
				},
				summer_from: {
					name: "Inte på sommaren, från",
					description: "Finns en utegivare är ventilen stängd från den här utetemperaturen.",
				},
			},
		},
	},
	setting: {
		"return_preheating.start_at": "Förvärm returen från",
		"return_preheating.stop_at": "Sluta förvärma returen vid",
		"return_preheating.summer_from": "Ingen förvärmning vid ute från",
	},
	activity: { preheating: "förvärmer returen" },
	reason: {
		heating_in_summer:
			"Ute är det {outdoor:°C}, så värmesystemet tar ingen värme; det upphör 2 K under {summer_from:°C}.",
		return_preheated: "Tanken är {gain:K} varmare än värmesystemets retur; den slutar vid {stop_at:K}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		return_preheating: {
			name: "Rücklaufanhebung",
			description:
				"Führt den Rücklauf der Heizung durch einen wärmeren Speicher. Braucht einen Kreis von einem Speicher zu einem Verbraucher mit der Verwendung heating, mit dem Ventil als Pumpe.",
			fields: {
				start_at: {
					name: "Anheben ab",
					description: "Das Ventil öffnet, wenn der Speicher mindestens so viel wärmer ist als der Rücklauf.",
				},
				stop_at: {
					name: "Anhebung endet bei",
					description:
						"Das Ventil schließt, wenn der Speicher höchstens noch so viel wärmer ist. Mindestens 1 K unter der Einschaltdifferenz wählen.",
				},
				summer_from: {
					name: "Nicht im Sommer, ab",
					description: "Gibt es einen Außenfühler, bleibt das Ventil ab dieser Außentemperatur geschlossen.",
				},
			},
		},
	},
	setting: {
		"return_preheating.start_at": "Rücklauf anheben ab",
		"return_preheating.stop_at": "Rücklaufanhebung endet bei",
		"return_preheating.summer_from": "Keine Rücklaufanhebung ab außen",
	},
	activity: { preheating: "hebt den Rücklauf an" },
	reason: {
		heating_in_summer:
			"Draußen sind es {outdoor:°C}, daher nimmt die Heizung keine Wärme; das endet 2 K unter {summer_from:°C}.",
		return_preheated: "Der Speicher ist {gain:K} wärmer als der Rücklauf der Heizung; Ende bei {stop_at:K}.",
	},
};
