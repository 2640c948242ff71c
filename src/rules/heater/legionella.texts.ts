import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		legionella: {
			name: "Legionella programme",
			description:
				"Heats the tank by electricity so hot, and so often, that legionella die. Heat that was there anyway, such as the sun's, counts.",
			fields: {
				enabled: {
					name: "Heat against legionella",
					description:
						"Runs the programme. Hot water at the taps can scald: use a mixing valve. The app cannot replace the check that rules for large plants require.",
				},
				sensor: {
					name: "Sensor",
					description:
						"The id of the tank sensor that has to get hot. auto is the sensor with the role tank. Each layer's last success is remembered.",
				},
				target: {
					name: "Temperature",
					description:
						"The water has to be at least this hot. The heater goes up to 3 K further, but never beyond the cut-out or the tank's maximum.",
				},
				hold_for: { name: "For", description: "So long without a break." },
				every: { name: "At least every", description: "So many days after the last success the programme starts." },
				start_at: {
					name: "Starts at",
					description:
						"The time of day at which it starts when it is due, such as 20:00 or sa 20:00. Without a known time of day it does not start.",
				},
				give_up_after: {
					name: "Gives up after",
					description:
						"If the temperature is not reached by then, the heater stops, and a message says so. It tries again at the next start.",
				},
			},
		},
	},
	setting: {
		"legionella.enabled": "Legionella: heating",
		"legionella.sensor": "Legionella: sensor",
		"legionella.target": "Legionella: temperature",
		"legionella.hold_for": "Legionella: for",
		"legionella.every": "Legionella: at least every",
		"legionella.start_at": "Legionella: starts at",
		"legionella.give_up_after": "Legionella: gives up after",
	},
	reason: {
		legionella_heats: "Against legionella the heater heats the tank from {tank:°C} to {target:°C} and holds it there.",
	},
	finding: {
		legionella_failed:
			"The legionella programme of {part} gave up on {date}: the temperature was not reached in time. Check the heater and the cut-out, or allow more time. It tries again at the next start.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		legionella: {
			name: "Legionellaprogram",
			description:
				"Värmer tanken med el så varmt och så ofta att legionella dör. Värme som ändå fanns där, till exempel från solen, räknas.",
			fields: {
				enabled: {
					name: "Värm mot legionella",
					description:
						"Kör programmet. Varmvattnet i kranarna kan skålla: använd en blandningsventil. Appen ersätter inte den kontroll som krävs i stora anläggningar.",
				},
				sensor: {
					name: "Givare",
					description:
						"Id för den tankgivare som ska bli varm. auto är givaren med rollen tank. För varje lager sparas när det lyckades senast.",
				},
				target: {
					name: "Temperatur",
					description:
						"Vattnet ska vara minst så varmt. Elpatronen går upp till 3 K högre, men aldrig över överhettningsgränsen eller tankens högsta temperatur.",
				},
				hold_for: { name: "Hålltid", description: "Så länge ska temperaturen hållas utan avbrott." },
				every: {
					name: "Intervall",
					description: "Så många dagar efter det senaste lyckade tillfället startar programmet.",
				},
				start_at: {
					name: "Starttid",
					description:
						"Tiden på dagen då det startar när det är dags, till exempel 20:00 eller sa 20:00. Utan känd tid startar det inte.",
				},
				give_up_after: {
					name: "Längsta tid",
					description:
						"Om temperaturen inte är nådd då stannar elpatronen, och ett meddelande säger det. Vid nästa starttid görs ett nytt försök.",
				},
			},
		},
	},
	setting: {
		"legionella.enabled": "Legionella: uppvärmning",
		"legionella.sensor": "Legionella: givare",
		"legionella.target": "Legionella: temperatur",
		"legionella.hold_for": "Legionella: hålltid",
		"legionella.every": "Legionella: intervall",
		"legionella.start_at": "Legionella: starttid",
		"legionella.give_up_after": "Legionella: längsta tid",
	},
	reason: {
		legionella_heats: "Mot legionella värmer elpatronen tanken från {tank:°C} till {target:°C} och håller den där.",
	},
	finding: {
		legionella_failed:
			"Legionellaprogrammet för {part} gav upp den {date}: temperaturen nåddes inte i tid. Kontrollera elpatronen och överhettningsgränsen, eller ge det mer tid. Det försöker igen vid nästa starttid.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		legionella: {
			name: "Legionellenprogramm",
			description:
				"Heizt den Speicher elektrisch so heiß und so oft, dass Legionellen absterben. Wärme, die ohnehin da war, etwa von der Sonne, zählt.",
			fields: {
				enabled: {
					name: "Gegen Legionellen heizen",
					description:
						"Führt das Programm aus. An den Zapfstellen besteht Verbrühungsgefahr: ein Mischventil verwenden. Die App ersetzt nicht die Prüfung, die für große Anlagen vorgeschrieben ist.",
				},
				sensor: {
					name: "Fühler",
					description:
						"Id des Speicherfühlers, der heiß werden muss. auto ist der Fühler mit der Rolle tank. Für jede Schicht wird der letzte Erfolg gespeichert.",
				},
				target: {
					name: "Temperatur",
					description:
						"So heiß muss das Wasser mindestens sein. Der Heizstab geht bis zu 3 K höher, aber nie über die Abschaltgrenze oder das Maximum des Speichers.",
				},
				hold_for: {
					name: "Haltezeit",
					description: "So lange muss die Temperatur ohne Unterbrechung gehalten werden.",
				},
				every: { name: "Intervall", description: "So viele Tage nach dem letzten Erfolg startet das Programm." },
				start_at: {
					name: "Startzeit",
					description:
						"Die Tageszeit, zu der es startet, wenn es fällig ist, zum Beispiel 20:00 oder sa 20:00. Ohne bekannte Uhrzeit startet es nicht.",
				},
				give_up_after: {
					name: "Höchstdauer",
					description:
						"Ist die Temperatur bis dahin nicht erreicht, stoppt der Heizstab, und eine Meldung sagt das. Zur nächsten Startzeit versucht es das Programm wieder.",
				},
			},
		},
	},
	setting: {
		"legionella.enabled": "Legionellen: Aufheizung",
		"legionella.sensor": "Legionellen: Fühler",
		"legionella.target": "Legionellen: Temperatur",
		"legionella.hold_for": "Legionellen: Haltezeit",
		"legionella.every": "Legionellen: Intervall",
		"legionella.start_at": "Legionellen: Startzeit",
		"legionella.give_up_after": "Legionellen: Höchstdauer",
	},
	reason: {
		legionella_heats:
			"Gegen Legionellen heizt der Heizstab den Speicher von {tank:°C} auf {target:°C} und hält ihn dort.",
	},
	finding: {
		legionella_failed:
			"Das Legionellenprogramm von {part} hat am {date} aufgegeben: Die Temperatur wurde nicht rechtzeitig erreicht. Heizstab und Abschaltgrenze prüfen oder mehr Zeit geben. Zur nächsten Startzeit wird es wieder versucht.",
	},
};
