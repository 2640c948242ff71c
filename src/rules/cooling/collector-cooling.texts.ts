import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		collector_cooling: {
			name: "Collector cooling",
			description: "Runs the pump to keep a very hot collector from boiling.",
			fields: {
				enabled: {
					name: "Cool the collector",
					description: "Runs the pump when the collector is very hot. Not together with system cooling.",
				},
				start_at: {
					name: "Cool the collector at",
					description: "At this collector temperature the pump runs, even if the tank has reached its target.",
				},
				release_below: {
					name: "Collector cooling ends below",
					description: "Below this collector temperature the cooling ends.",
				},
				tank_up_to: {
					name: "Tank up to",
					description:
						"At this tank temperature collector cooling ends. It may start again when the tank is 2 K colder. At 98 °C it has no effect: the tank's maximum is never higher.",
				},
				run_for: {
					name: "Longer runs",
					description:
						"Over a full tank the pump cools the collector within minutes, and it is hot again as fast. After two such runs in a row the next ones last this long, while the collector still heats the tank. So the pump starts less often. 0: each run is as short as it comes.",
				},
			},
		},
	},
	setting: {
		"collector_cooling.enabled": "Collector cooling",
		"collector_cooling.start_at": "Collector cooling from",
		"collector_cooling.release_below": "Collector cooling ends below",
		"collector_cooling.tank_up_to": "Collector cooling, tank up to",
		"collector_cooling.run_for": "Collector cooling, longer runs",
	},
	activity: {
		collector_cooling: "cooling the collector",
	},
	condition: {
		cooling_ran: "the run time",
	},
	reason: {
		collector_hot: "The collector is {collector:°C} hot and is being cooled until it is below {release_below:°C}.",
		cooling_runs_on:
			"It has started several times in a row to cool the collector ({collector:°C}), so it runs on for another {left:time}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		collector_cooling: {
			name: "Solfångarkylning",
			description: "Kör pumpen så att en mycket het solfångare inte börjar koka.",
			fields: {
				enabled: {
					name: "Kyl solfångaren",
					description: "Kör pumpen när solfångaren är mycket het. Inte tillsammans med systemkylning.",
				},
				start_at: {
					name: "Solfångarkylning från",
					description: "Vid den här solfångartemperaturen går pumpen, även om tanken har nått sin måltemperatur.",
				},
				release_below: {
					name: "Solfångarkylning slutar under",
					description: "Under den här solfångartemperaturen slutar kylningen.",
				},
				tank_up_to: {
					name: "Tanken upp till",
					description:
						"Vid den här tanktemperaturen slutar solfångarkylningen. Den får starta igen när tanken är 2 K kallare. Vid 98 °C har värdet ingen verkan: tankens maximum är aldrig högre.",
				},
				run_for: {
					name: "Längre körningar",
					description:
						"Med full tank kyler pumpen solfångaren på några minuter, och lika fort är den het igen. Efter två sådana körningar i rad varar de nästa så här länge, om solfångaren fortfarande värmer tanken. Då startar pumpen mer sällan. 0: varje körning är så kort som den blir.",
				},
			},
		},
	},
	setting: {
		"collector_cooling.enabled": "Solfångarkylning",
		"collector_cooling.start_at": "Solfångarkylning från",
		"collector_cooling.release_below": "Solfångarkylning slutar under",
		"collector_cooling.tank_up_to": "Solfångarkylning, tanken till",
		"collector_cooling.run_for": "Solfångarkylning, längre pass",
	},
	activity: {
		collector_cooling: "kyler solfångaren",
	},
	condition: {
		cooling_ran: "gångtiden",
	},
	reason: {
		collector_hot: "Solfångaren håller {collector:°C} och kyls tills den är under {release_below:°C}.",
		cooling_runs_on:
			"Den har startat flera gånger i rad för att kyla solfångaren ({collector:°C}) och går därför i {left:time} till.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		collector_cooling: {
			name: "Kollektorkühlung",
			description: "Lässt die Pumpe laufen, damit ein sehr heißer Kollektor nicht siedet.",
			fields: {
				enabled: {
					name: "Kollektor kühlen",
					description:
						"Lässt die Pumpe laufen, wenn der Kollektor sehr heiß ist. Nicht zusammen mit der Systemkühlung.",
				},
				start_at: {
					name: "Kollektorkühlung ab",
					description:
						"Bei dieser Kollektortemperatur läuft die Pumpe, auch wenn der Speicher seine Solltemperatur erreicht hat.",
				},
				release_below: {
					name: "Kollektorkühlung endet unter",
					description: "Unter dieser Kollektortemperatur endet die Kühlung.",
				},
				tank_up_to: {
					name: "Speicher bis",
					description:
						"Bei dieser Speichertemperatur endet die Kollektorkühlung. Ist der Speicher 2 K kälter, darf sie wieder beginnen. Bei 98 °C ist der Wert ohne Wirkung: Das Speichermaximum ist nie höher.",
				},
				run_for: {
					name: "Längere Läufe",
					description:
						"Bei vollem Speicher kühlt die Pumpe den Kollektor in wenigen Minuten, und ebenso schnell ist er wieder heiß. Nach zwei solchen Läufen in Folge dauern die nächsten so lange, solange der Kollektor den Speicher noch wärmt. So startet die Pumpe seltener. 0: Jeder Lauf ist so kurz, wie er ausfällt.",
				},
			},
		},
	},
	setting: {
		"collector_cooling.enabled": "Kollektorkühlung",
		"collector_cooling.start_at": "Kollektorkühlung ab",
		"collector_cooling.release_below": "Kollektorkühlung endet unter",
		"collector_cooling.tank_up_to": "Kollektorkühlung, Speicher bis",
		"collector_cooling.run_for": "Kollektorkühlung, längere Läufe",
	},
	activity: {
		collector_cooling: "kühlt den Kollektor",
	},
	condition: {
		cooling_ran: "die Laufzeit",
	},
	reason: {
		collector_hot: "Der Kollektor ist {collector:°C} heiß und wird gekühlt, bis er unter {release_below:°C} ist.",
		cooling_runs_on:
			"Sie ist mehrmals nacheinander gestartet, um den Kollektor ({collector:°C}) zu kühlen, und läuft deshalb noch {left:time}.",
	},
};
