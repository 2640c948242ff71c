import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		cooling_runs: {
			name: "Longer runs of collector cooling",
			description:
				"Over a full tank the pump cools the collector within minutes, and it is hot again as fast. After two such runs in a row the next ones last longer, so that the pump starts less often.",
			fields: {
				enabled: {
					name: "Make runs longer",
					description: "Without it the pump may start a dozen times in a sunny afternoon.",
				},
				run_for: {
					name: "Run for",
					description: "A run that follows several short ones lasts so long, while the collector still heats the tank.",
				},
			},
		},
	},
	setting: {
		"cooling_runs.enabled": "Longer runs of collector cooling",
		"cooling_runs.run_for": "Longer runs of collector cooling, run for",
	},
	condition: {
		cooling_ran: "the run time",
	},
	reason: {
		cooling_runs_on:
			"It has started several times in a row to cool the collector ({collector:°C}), so it runs on for another {left:time}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		cooling_runs: {
			name: "Längre körningar vid solfångarkylning",
			description:
				"Med full tank kyler pumpen solfångaren på några minuter, och lika fort är den het igen. Efter två sådana körningar i rad blir de nästa längre, så att pumpen startar mer sällan.",
			fields: {
				enabled: {
					name: "Längre körningar",
					description: "Utan den kan pumpen starta ett dussin gånger en solig eftermiddag.",
				},
				run_for: {
					name: "Gångtid",
					description:
						"Så länge går pumpen i en körning som följer på flera korta, om solfångaren fortfarande värmer tanken.",
				},
			},
		},
	},
	setting: {
		"cooling_runs.enabled": "Längre körningar vid solfångarkylning",
		"cooling_runs.run_for": "Längre körningar vid solfångarkylning, gångtid",
	},
	condition: {
		cooling_ran: "gångtiden",
	},
	reason: {
		cooling_runs_on:
			"Den har startat flera gånger i rad för att kyla solfångaren ({collector:°C}) och går därför i {left:time} till.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		cooling_runs: {
			name: "Längere Läufe der Kollektorkühlung",
			description:
				"Bei vollem Speicher kühlt die Pumpe den Kollektor in wenigen Minuten, und ebenso schnell ist er wieder heiß. Nach zwei solchen Läufen in Folge dauern die nächsten länger, damit die Pumpe seltener startet.",
			fields: {
				enabled: {
					name: "Läufe verlängern",
					description: "Ohne diese Funktion startet die Pumpe an einem sonnigen Nachmittag vielleicht ein Dutzend Mal.",
				},
				run_for: {
					name: "Laufzeit",
					description:
						"So lange dauert ein Lauf, der auf mehrere kurze folgt, solange der Kollektor den Speicher noch wärmt.",
				},
			},
		},
	},
	setting: {
		"cooling_runs.enabled": "Längere Läufe der Kollektorkühlung",
		"cooling_runs.run_for": "Längere Läufe der Kollektorkühlung, Laufzeit",
	},
	condition: {
		cooling_ran: "die Laufzeit",
	},
	reason: {
		cooling_runs_on:
			"Sie ist mehrmals nacheinander gestartet, um den Kollektor ({collector:°C}) zu kühlen, und läuft deshalb noch {left:time}.",
	},
};
