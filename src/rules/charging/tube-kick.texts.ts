import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		tube_kick: {
			name: "Tube collector",
			description:
				"The sensor of a tube collector feels the heat late. By day the pump runs for a moment now and then, so that hot fluid reaches the sensor.",
			fields: {
				enabled: {
					name: "Run for a moment by day",
					description: "Only for tube collectors whose sensor sits outside of the tubes. It needs a clock that is set.",
				},
				windows: {
					name: "Hours",
					description: "When the pump may run for a moment, for example 08:00-19:00 or mo-fr 07:00-18:00.",
				},
				every: {
					name: "Pause between",
					description: "How long the pump rests, whatever it ran for, before it runs for a moment.",
				},
				run_for: {
					name: "Runs for",
					description: "How long the pump runs each time.",
				},
			},
		},
	},
	setting: {
		"tube_kick.enabled": "Tube collector",
		"tube_kick.windows": "Tube collector, hours",
		"tube_kick.every": "Tube collector, pause between",
		"tube_kick.run_for": "Tube collector, runs for",
	},
	activity: {
		tube_kick: "moving the collector's fluid",
	},
	reason: {
		tubes_kicked: "The pump runs for another {left:time}, so that hot fluid from the tubes reaches the sensor.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		tube_kick: {
			name: "Vakuumrör",
			description:
				"Givaren i en rörsolfångare känner värmen sent. På dagen går pumpen en stund då och då, så att varm vätska når givaren.",
			fields: {
				enabled: {
					name: "Kör en stund på dagen",
					description: "Bara för rörsolfångare vars givare sitter utanför rören. Klockan måste vara ställd.",
				},
				windows: {
					name: "Tider",
					description: "När pumpen får gå en stund, till exempel 08:00-19:00 eller må-fr 07:00-18:00.",
				},
				every: {
					name: "Paus emellan",
					description: "Hur länge pumpen vilar, vad den än gick för, innan den går en stund.",
				},
				run_for: {
					name: "Går i",
					description: "Hur länge pumpen går varje gång.",
				},
			},
		},
	},
	setting: {
		"tube_kick.enabled": "Vakuumrör",
		"tube_kick.windows": "Vakuumrör, tider",
		"tube_kick.every": "Vakuumrör, paus emellan",
		"tube_kick.run_for": "Vakuumrör, går i",
	},
	activity: {
		tube_kick: "flyttar vätskan i solfångaren",
	},
	reason: {
		tubes_kicked: "Pumpen går i {left:time} till, så att varm vätska från rören når givaren.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		tube_kick: {
			name: "Röhrenkollektor",
			description:
				"Der Fühler eines Röhrenkollektors spürt die Wärme spät. Tagsüber läuft die Pumpe ab und zu kurz, damit heiße Flüssigkeit den Fühler erreicht.",
			fields: {
				enabled: {
					name: "Tagsüber kurz laufen",
					description:
						"Nur für Röhrenkollektoren, deren Fühler außerhalb der Röhren sitzt. Die Uhr muss gestellt sein.",
				},
				windows: {
					name: "Zeiten",
					description: "Wann die Pumpe kurz laufen darf, zum Beispiel 08:00-19:00 oder mo-fr 07:00-18:00.",
				},
				every: {
					name: "Stillstand dazwischen",
					description: "Wie lange die Pumpe ruht, wofür sie auch lief, bevor sie kurz läuft.",
				},
				run_for: {
					name: "Laufzeit",
					description: "Wie lange die Pumpe jedes Mal läuft.",
				},
			},
		},
	},
	setting: {
		"tube_kick.enabled": "Röhrenkollektorfunktion",
		"tube_kick.windows": "Röhrenkollektor, Zeiten",
		"tube_kick.every": "Röhrenkollektor, Stillstand",
		"tube_kick.run_for": "Röhrenkollektor, Laufzeit",
	},
	activity: {
		tube_kick: "bewegt die Kollektorflüssigkeit",
	},
	reason: {
		tubes_kicked: "Die Pumpe läuft noch {left:time}, damit heiße Flüssigkeit aus den Röhren den Fühler erreicht.",
	},
};
