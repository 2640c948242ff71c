import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		store_exchange: {
			name: "Between tanks",
			description: "Moves heat from a tank to another one, or to a pool. Needs a circuit from a tank, with a pump.",
			fields: {
				enabled: { name: "Move heat between tanks", description: "Runs the pump of a circuit that begins at a tank." },
				start_at: {
					name: "Move heat from",
					description: "The pump starts when the first tank is at least this much warmer than the second.",
				},
				stop_at: {
					name: "Stop moving at",
					description:
						"The pump stops when the first tank is no more than this warmer. Keep it at least 1 K below the start.",
				},
				source_minimum: { name: "Not below", description: "The first tank is not cooled below this." },
				target_maximum: { name: "Up to", description: "The second tank is not heated above this." },
				hysteresis: {
					name: "Hysteresis",
					description: "How far the temperatures have to leave these two limits before the pump starts again.",
				},
			},
		},
	},
	setting: {
		"store_exchange.enabled": "Move heat between tanks",
		"store_exchange.start_at": "Move heat between tanks from",
		"store_exchange.stop_at": "Stop moving heat between tanks at",
		"store_exchange.source_minimum": "Keep the giving tank above",
		"store_exchange.target_maximum": "Heat the taking tank up to",
		"store_exchange.hysteresis": "Hysteresis between tanks",
	},
	reason: {
		source_too_cold: "It starts when the source is at {least:°C}; it is at {source:°C}.",
		target_warm: "The target is warm enough at {target:°C}; the limit is {most:°C}.",
		source_no_warmer:
			"The source is at {source:°C} and the target at {target:°C}; it starts when the source is {start_at:K} warmer.",
		source_warmer: "The source is {gain:K} warmer than the target; it stops at {stop_at:K}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		store_exchange: {
			name: "Mellan tankar",
			description:
				"Flyttar värme från en tank till en annan, eller till en pool. Kräver en krets från en tank, med en pump.",
			fields: {
				enabled: { name: "Flytta värme mellan tankar", description: "Kör pumpen i en krets som börjar vid en tank." },
				start_at: {
					name: "Flytta värme från",
					description: "Pumpen startar när den första tanken är minst så mycket varmare än den andra.",
				},
				stop_at: {
					name: "Sluta flytta vid",
					description:
						"Pumpen stannar när den första tanken är högst så mycket varmare. Håll värdet minst 1 K under startvärdet.",
				},
				source_minimum: { name: "Inte under", description: "Den första tanken kyls inte under den här temperaturen." },
				target_maximum: { name: "Upp till", description: "Den andra tanken värms inte över den här temperaturen." },
				hysteresis: {
					name: "Hysteres",
					description: "Så långt från de två gränserna måste temperaturerna vara innan pumpen startar igen.",
				},
			},
		},
	},
	setting: {
		"store_exchange.enabled": "Flytta värme mellan tankar",
		"store_exchange.start_at": "Flytta värme mellan tankar från",
		"store_exchange.stop_at": "Sluta flytta värme mellan tankar vid",
		"store_exchange.source_minimum": "Håll den givande tanken över",
		"store_exchange.target_maximum": "Värm den mottagande tanken till",
		"store_exchange.hysteresis": "Hysteres mellan tankar",
	},
	reason: {
		source_too_cold: "Den startar när källan håller {least:°C}; nu håller den {source:°C}.",
		target_warm: "Målet är varmt nog med {target:°C}; gränsen är {most:°C}.",
		source_no_warmer:
			"Källan håller {source:°C} och målet {target:°C}; den startar när källan är {start_at:K} varmare.",
		source_warmer: "Källan är {gain:K} varmare än målet; den stannar vid {stop_at:K}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		store_exchange: {
			name: "Umladen",
			description:
				"Bringt Wärme von einem Speicher in einen anderen oder in ein Schwimmbad. Braucht einen Kreis ab einem Speicher, mit Pumpe.",
			fields: {
				enabled: {
					name: "Zwischen Speichern umladen",
					description: "Betreibt die Pumpe eines Kreises, der an einem Speicher beginnt.",
				},
				start_at: {
					name: "Umladen ab",
					description: "Die Pumpe startet, wenn der erste Speicher mindestens so viel wärmer ist als der zweite.",
				},
				stop_at: {
					name: "Umladen endet bei",
					description:
						"Die Pumpe stoppt, wenn der erste Speicher höchstens noch so viel wärmer ist. Mindestens 1 K unter der Einschaltdifferenz wählen.",
				},
				source_minimum: { name: "Nicht unter", description: "Der erste Speicher wird nicht darunter abgekühlt." },
				target_maximum: { name: "Bis höchstens", description: "Der zweite Speicher wird nicht darüber erwärmt." },
				hysteresis: {
					name: "Hysterese",
					description:
						"So weit müssen die Temperaturen von diesen beiden Grenzen entfernt sein, bevor die Pumpe wieder startet.",
				},
			},
		},
	},
	setting: {
		"store_exchange.enabled": "Zwischen Speichern umladen",
		"store_exchange.start_at": "Umladen ab",
		"store_exchange.stop_at": "Umladen endet bei",
		"store_exchange.source_minimum": "Gebender Speicher mindestens",
		"store_exchange.target_maximum": "Nehmender Speicher höchstens",
		"store_exchange.hysteresis": "Hysterese beim Umladen",
	},
	reason: {
		source_too_cold: "Start, wenn die Quelle {least:°C} hat; jetzt hat sie {source:°C}.",
		target_warm: "Das Ziel ist mit {target:°C} warm genug; die Grenze ist {most:°C}.",
		source_no_warmer:
			"Die Quelle hat {source:°C}, das Ziel {target:°C}; Start, wenn die Quelle {start_at:K} wärmer ist.",
		source_warmer: "Die Quelle ist {gain:K} wärmer als das Ziel; Stopp bei {stop_at:K}.",
	},
};
