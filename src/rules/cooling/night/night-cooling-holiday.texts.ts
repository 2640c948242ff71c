import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		holiday: {
			name: "Holiday",
			description:
				"While no hot water is drawn, each night cools the tank through the collector, so that the next day's sun fits in. No heater heats the tank meanwhile. It begins when it is switched on, and ends by itself.",
			fields: {
				enabled: {
					name: "Holiday",
					description:
						"Switch it on when you leave, and off when you are back. After its days it does nothing more until it is switched off and on again.",
				},
				days: {
					name: "Days",
					description: "So long after it was switched on the holiday ends by itself.",
				},
				tank_above: {
					name: "Tank above",
					description: "A tank at this temperature or above is cooled at night.",
				},
				hysteresis: {
					name: "Hysteresis",
					description: "Cooling ends when the tank is more than this below the temperature above.",
				},
				colder_by: {
					name: "Collector colder by",
					description: "The collector has to be at least this much colder than the tank.",
				},
			},
		},
	},
	setting: {
		"holiday.enabled": "Holiday",
		"holiday.days": "Holiday, days",
		"holiday.tank_above": "Holiday, tank above",
		"holiday.hysteresis": "Holiday, hysteresis",
		"holiday.colder_by": "Holiday, collector colder by",
	},
	reason: {
		holiday_cools:
			"Holiday for another {left:time}: the tank ({tank:°C}) is {surplus:K} warmer than the collector and is cooled to {tank_above:°C}.",
		holiday_unheated: "Holiday for another {left:time}: the tank is not heated, because no hot water is drawn.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		holiday: {
			name: "Semester",
			description:
				"När ingen tappar varmvatten kyls tanken varje natt genom solfångaren, så att den kan ta emot nästa dags solvärme. Ingen elpatron värmer tanken under tiden. Det börjar när det slås på och slutar av sig självt.",
			fields: {
				enabled: {
					name: "Semester",
					description:
						"Slå på när du reser och av när du är tillbaka. När dagarna har gått händer inget mer förrän den slås av och på igen.",
				},
				days: {
					name: "Dagar",
					description: "Så länge efter att den slogs på slutar semestern av sig själv.",
				},
				tank_above: {
					name: "Starttemperatur i tanken",
					description: "En tank med den här temperaturen eller mer kyls på natten.",
				},
				hysteresis: {
					name: "Hysteres",
					description: "Kylningen slutar när tanken har sjunkit mer än så under starttemperaturen.",
				},
				colder_by: {
					name: "Solfångaren kallare, minst",
					description: "Solfångaren måste vara minst så mycket kallare än tanken.",
				},
			},
		},
	},
	setting: {
		"holiday.enabled": "Semester",
		"holiday.days": "Semester, dagar",
		"holiday.tank_above": "Semester, tanken över",
		"holiday.hysteresis": "Semester, hysteres",
		"holiday.colder_by": "Semester, kallare minst",
	},
	reason: {
		holiday_cools:
			"Semester i {left:time} till: tanken ({tank:°C}) är {surplus:K} varmare än solfångaren och kyls till {tank_above:°C}.",
		holiday_unheated: "Semester i {left:time} till: tanken värms inte, eftersom ingen tappar varmvatten.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		holiday: {
			name: "Urlaub",
			description:
				"Solange niemand warmes Wasser zapft, wird der Speicher jede Nacht über den Kollektor gekühlt, damit er die Sonnenwärme des nächsten Tages aufnehmen kann. Kein Heizstab heizt ihn in dieser Zeit. Der Urlaub beginnt mit dem Einschalten und endet von selbst.",
			fields: {
				enabled: {
					name: "Urlaub",
					description:
						"Bei der Abreise einschalten, bei der Rückkehr ausschalten. Nach Ablauf der Tage geschieht nichts mehr, bis er aus- und wieder eingeschaltet wird.",
				},
				days: {
					name: "Tage",
					description: "So lange nach dem Einschalten endet der Urlaub von selbst.",
				},
				tank_above: {
					name: "Starttemperatur im Speicher",
					description: "Ein Speicher mit dieser Temperatur oder mehr wird nachts gekühlt.",
				},
				hysteresis: {
					name: "Hysterese",
					description: "Die Kühlung endet, wenn der Speicher um mehr als diesen Wert unter der Starttemperatur liegt.",
				},
				colder_by: {
					name: "Kollektor kälter um",
					description: "Der Kollektor muss mindestens so viel kälter sein als der Speicher.",
				},
			},
		},
	},
	setting: {
		"holiday.enabled": "Urlaub",
		"holiday.days": "Urlaub, Tage",
		"holiday.tank_above": "Urlaub, Speicher über",
		"holiday.hysteresis": "Urlaub, Hysterese",
		"holiday.colder_by": "Urlaub, Kollektor kälter um",
	},
	reason: {
		holiday_cools:
			"Noch {left:time} Urlaub: Der Speicher ({tank:°C}) ist {surplus:K} wärmer als der Kollektor und wird auf {tank_above:°C} gekühlt.",
		holiday_unheated: "Noch {left:time} Urlaub: Der Speicher wird nicht beheizt, weil niemand warmes Wasser zapft.",
	},
};
