import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		heat_dump: {
			name: "Heat dump",
			description:
				"Leads heat that is too much into a consumer with the use heat_dump, such as a fan coil. Only with a circuit to one.",
			fields: {
				start_at: {
					name: "Dump heat from",
					description:
						"The heat dump takes heat from this temperature of the collectors on, or of the part that its circuit begins at.",
				},
				release_below: {
					name: "Stop dumping below",
					description: "The heat dump rests again below this temperature.",
				},
			},
		},
	},
	setting: {
		"heat_dump.start_at": "Dump heat from",
		"heat_dump.release_below": "Stop dumping below",
	},
	activity: {
		heat_dump: "dumping heat",
	},
	reason: {
		dump_waits: "There is no heat to dump: that begins at {start_at:°C}, and it is {source:°C} there.",
		dumping: "There is too much heat, {source:°C}: it is dumped until it is below {release_below:°C}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		heat_dump: {
			name: "Värmedump",
			description:
				"Leder överskottsvärme till en förbrukare med användningen heat_dump, till exempel en fläktkonvektor. Bara med en krets dit.",
			fields: {
				start_at: {
					name: "Dumpa värme från",
					description:
						"Värmedumpen tar emot värme från den här temperaturen i solfångarna, eller i den del där kretsen börjar.",
				},
				release_below: {
					name: "Sluta dumpa under",
					description: "Värmedumpen vilar igen under den här temperaturen.",
				},
			},
		},
	},
	setting: {
		"heat_dump.start_at": "Dumpa värme från",
		"heat_dump.release_below": "Sluta dumpa under",
	},
	activity: {
		heat_dump: "dumpar värme",
	},
	reason: {
		dump_waits: "Det finns ingen värme att dumpa: dumpningen börjar vid {start_at:°C}, och uppmätt är {source:°C}.",
		dumping: "Det är för varmt, {source:°C}: värmen dumpas tills det är under {release_below:°C}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		heat_dump: {
			name: "Überwärmeabfuhr",
			description:
				"Leitet überschüssige Wärme in einen Verbraucher mit der Verwendung heat_dump, etwa einen Gebläsekonvektor. Nur mit einem Kreis dorthin.",
			fields: {
				start_at: {
					name: "Wärme abführen ab",
					description:
						"Ab dieser Temperatur des Kollektors, oder des Teils, an dem der Kreis beginnt, wird Wärme abgeführt.",
				},
				release_below: {
					name: "Abfuhr endet unter",
					description: "Unter dieser Temperatur ruht die Abfuhr wieder.",
				},
			},
		},
	},
	setting: {
		"heat_dump.start_at": "Wärme abführen ab",
		"heat_dump.release_below": "Wärmeabfuhr endet unter",
	},
	activity: {
		heat_dump: "führt Überwärme ab",
	},
	reason: {
		dump_waits: "Es ist keine Wärme abzuführen: Die Abfuhr beginnt bei {start_at:°C}, gemessen sind {source:°C}.",
		dumping:
			"Es ist zu heiß, {source:°C}: Die Wärme wird abgeführt, bis die Temperatur unter {release_below:°C} liegt.",
	},
};
