import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		solar_charging: {
			name: "Solar charging",
			description: "Runs the pump while the collector is warmer than the tank.",
			fields: {
				start_at: {
					name: "Start charging at",
					description: "The pump starts when the collector is at least this much warmer than the tank.",
				},
				stop_at: {
					name: "Stop charging at",
					description:
						"The pump stops when the collector is no more than this warmer than the tank. Keep it at least 1 K below the start.",
				},
				collector_minimum: {
					name: "Collector minimum",
					description:
						"A collector colder than this charges nothing; charging ends 2 K below it. Solar controllers are delivered with 10 °C. At −25 °C it has no effect.",
				},
			},
		},
	},
	setting: {
		"solar_charging.start_at": "Start charging at",
		"solar_charging.stop_at": "Stop charging at",
		"solar_charging.collector_minimum": "Charging, collector minimum",
	},
	activity: {
		heating: "charging the tank",
	},
	reason: {
		no_reading: "No valid temperature is available to decide by.",
		no_gain:
			"The collector is at {collector:°C} and the tank at {tank:°C}; charging starts when the collector is {start_at:K} warmer.",
		collector_cold: "The collector is at {collector:°C}; charging needs {minimum:°C} or more.",
		gain: "The collector is {gain:K} warmer than the tank; charging stops at {stop_at:K}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		solar_charging: {
			name: "Solladdning",
			description: "Kör pumpen medan solfångaren är varmare än tanken.",
			fields: {
				start_at: {
					name: "Laddning startar vid",
					description: "Pumpen startar när solfångaren är minst så mycket varmare än tanken.",
				},
				stop_at: {
					name: "Laddning slutar vid",
					description:
						"Pumpen stannar när solfångaren är högst så mycket varmare än tanken. Håll värdet minst 1 K under startvärdet.",
				},
				collector_minimum: {
					name: "Solfångarens minsta temperatur",
					description:
						"En kallare solfångare laddar inte; laddningen slutar 2 K under värdet. Solregulatorer levereras med 10 °C. Vid −25 °C har värdet ingen verkan.",
				},
			},
		},
	},
	setting: {
		"solar_charging.start_at": "Laddning startar vid",
		"solar_charging.stop_at": "Laddning slutar vid",
		"solar_charging.collector_minimum": "Laddning, solfångaren minst",
	},
	activity: {
		heating: "laddar tanken",
	},
	reason: {
		no_reading: "Det finns ingen giltig temperatur att styra efter.",
		no_gain:
			"Solfångaren håller {collector:°C} och tanken {tank:°C}; laddningen startar när solfångaren är {start_at:K} varmare.",
		collector_cold: "Solfångaren håller {collector:°C}; laddningen kräver minst {minimum:°C}.",
		gain: "Solfångaren är {gain:K} varmare än tanken; laddningen slutar vid {stop_at:K}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		solar_charging: {
			name: "Solare Beladung",
			description: "Lässt die Pumpe laufen, solange der Kollektor wärmer ist als der Speicher.",
			fields: {
				start_at: {
					name: "Einschaltdifferenz",
					description: "Die Pumpe schaltet ein, wenn der Kollektor mindestens so viel wärmer ist als der Speicher.",
				},
				stop_at: {
					name: "Ausschaltdifferenz",
					description:
						"Die Pumpe schaltet ab, wenn der Kollektor höchstens noch so viel wärmer ist als der Speicher. Mindestens 1 K unter der Einschaltdifferenz wählen.",
				},
				collector_minimum: {
					name: "Kollektor-Mindesttemperatur",
					description:
						"Ein kälterer Kollektor belädt nicht; 2 K darunter endet die Beladung. Solarregler werden mit 10 °C ausgeliefert. Bei −25 °C ist der Wert ohne Wirkung.",
				},
			},
		},
	},
	setting: {
		"solar_charging.start_at": "Beladung, Einschaltdifferenz",
		"solar_charging.stop_at": "Beladung, Ausschaltdifferenz",
		"solar_charging.collector_minimum": "Beladung, Kollektor mindestens",
	},
	activity: {
		heating: "belädt den Speicher",
	},
	reason: {
		no_reading: "Es liegt keine gültige Temperatur vor, nach der geregelt werden könnte.",
		no_gain:
			"Der Kollektor hat {collector:°C}, der Speicher {tank:°C}; die Beladung beginnt, wenn der Kollektor {start_at:K} wärmer ist.",
		collector_cold: "Der Kollektor hat {collector:°C}; die Beladung braucht mindestens {minimum:°C}.",
		gain: "Der Kollektor ist {gain:K} wärmer als der Speicher; die Beladung endet bei {stop_at:K}.",
	},
};
