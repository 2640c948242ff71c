import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		store_priority: {
			name: "Tanks in order",
			description:
				"With two or more tanks: the collectors pause now and then while they charge a later tank, to become warm enough for an earlier one. Needs circuits with different priorities.",
			fields: {
				enabled: {
					name: "Charge tanks in order",
					description:
						"Charges a later tank in turns, and the first one as soon as the collector is warm enough for it.",
				},
				run_for: {
					name: "Charge a later tank for",
					description: "After this long charging pauses, if an earlier tank is not full.",
				},
				pause_for: {
					name: "Pause for",
					description: "The pause ends after this long, unless the collector gets warmer.",
				},
				rise: {
					name: "Wait on while it rises by",
					description: "The pause begins again each time the collector has become this much warmer.",
				},
				spread: {
					name: "Two pumps in strong sun",
					description:
						"Where each tank has a pump of its own: lets a later one run as well while the collector is far above the first tank.",
				},
				spread_at: {
					name: "Two pumps from",
					description: "The later pump joins in when the collector is at least this much warmer than the first tank.",
				},
			},
		},
	},
	setting: {
		"store_priority.enabled": "Charge tanks in order",
		"store_priority.run_for": "Charge a later tank for",
		"store_priority.pause_for": "Pause for the first tank",
		"store_priority.rise": "Pause extended by a rise of",
		"store_priority.spread": "Two pumps in strong sun",
		"store_priority.spread_at": "Two pumps from",
	},
	reason: {
		first_is_charged: "{circuit:id} is served first.",
		pausing_for_first:
			"It pauses for {left:time}, so that the collector, at {collector:°C}, can become warm enough for {circuit:id}. The pause begins again if it rises by {rise:K}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		store_priority: {
			name: "Tankar i ordning",
			description:
				"Med två eller fler tankar: solfångarna gör en paus då och då medan de laddar en senare tank, för att hinna bli varma nog för en tidigare. Kräver kretsar med olika prioritet.",
			fields: {
				enabled: {
					name: "Ladda tankar i ordning",
					description: "Laddar en senare tank i omgångar, och den första så snart solfångaren är varm nog för den.",
				},
				run_for: {
					name: "Ladda en senare tank i",
					description: "Efter så lång tid görs en paus, om en tidigare tank inte är full.",
				},
				pause_for: {
					name: "Pausa i",
					description: "Pausen slutar efter så lång tid, om solfångaren inte blir varmare.",
				},
				rise: {
					name: "Vänta vidare när den stiger",
					description: "Pausen börjar om varje gång solfångaren har blivit så mycket varmare.",
				},
				spread: {
					name: "Två pumpar i stark sol",
					description:
						"När varje tank har en egen pump: låter en senare gå samtidigt medan solfångaren är mycket varmare än den första tanken.",
				},
				spread_at: {
					name: "Två pumpar från",
					description:
						"Den senare pumpen startar också när solfångaren är minst så mycket varmare än den första tanken.",
				},
			},
		},
	},
	setting: {
		"store_priority.enabled": "Ladda tankar i ordning",
		"store_priority.run_for": "Ladda en senare tank i",
		"store_priority.pause_for": "Paus för den första tanken",
		"store_priority.rise": "Pausen förlängs vid ökning",
		"store_priority.spread": "Två pumpar i stark sol",
		"store_priority.spread_at": "Två pumpar från",
	},
	reason: {
		first_is_charged: "{circuit:id} går först.",
		pausing_for_first:
			"Den pausar i {left:time}, så att solfångaren, nu {collector:°C}, kan bli varm nog för {circuit:id}. Pausen börjar om när den stiger {rise:K}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		store_priority: {
			name: "Speichervorrang",
			description:
				"Bei zwei oder mehr Speichern: während ein nachrangiger geladen wird, pausiert der Kollektor ab und zu, um für einen vorrangigen warm genug zu werden (Pendelladung). Braucht Kreise mit verschiedenem Vorrang.",
			fields: {
				enabled: {
					name: "Speicher der Reihe nach laden",
					description:
						"Lädt einen nachrangigen Speicher in Abschnitten, und den vorrangigen, sobald der Kollektor dafür warm genug ist.",
				},
				run_for: {
					name: "Pendelladezeit",
					description: "Nach dieser Zeit wird pausiert, wenn ein vorrangiger Speicher nicht voll ist.",
				},
				pause_for: {
					name: "Pendelpause",
					description: "So lange dauert die Pause, wenn der Kollektor nicht wärmer wird.",
				},
				rise: {
					name: "Weiter warten bei Anstieg um",
					description: "Die Pause beginnt jedes Mal neu, wenn der Kollektor um so viel wärmer geworden ist.",
				},
				spread: {
					name: "Spreizladung",
					description:
						"Wo jeder Speicher eine eigene Pumpe hat: eine nachrangige läuft mit, solange der Kollektor weit über dem vorrangigen Speicher liegt.",
				},
				spread_at: {
					name: "Spreizladung ab",
					description:
						"Die nachrangige Pumpe läuft mit, wenn der Kollektor mindestens so viel wärmer ist als der vorrangige Speicher.",
				},
			},
		},
	},
	setting: {
		"store_priority.enabled": "Speicher der Reihe nach laden",
		"store_priority.run_for": "Pendelladezeit",
		"store_priority.pause_for": "Pendelpause",
		"store_priority.rise": "Pendelpause länger ab Anstieg",
		"store_priority.spread": "Spreizladung",
		"store_priority.spread_at": "Spreizladung ab",
	},
	reason: {
		first_is_charged: "{circuit:id} ist vorrangig.",
		pausing_for_first:
			"Pause für {left:time}, damit der Kollektor, jetzt {collector:°C}, für {circuit:id} warm genug werden kann. Sie beginnt neu, wenn er um {rise:K} steigt.",
	},
};
