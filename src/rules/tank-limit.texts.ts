import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		tank_limit: {
			name: "Tank limits",
			description: "How warm the tank is charged, and where pump and heater have to stop.",
			fields: {
				target: {
					name: "Tank target",
					description: "Charging stops when the tank reaches this.",
				},
				hysteresis: {
					name: "Tank hysteresis",
					description: "Charging goes on, and the maximum is released, when the tank has cooled by this much.",
				},
				maximum: {
					name: "Tank maximum",
					description:
						"Above this the pump and the heater are stopped, whatever else wants them. Watched on the hottest tank sensor.",
				},
			},
		},
	},
	setting: {
		"tank_limit.target": "Tank target",
		"tank_limit.hysteresis": "Tank hysteresis",
		"tank_limit.maximum": "Tank maximum",
	},
	reason: {
		tank_maximum: "The tank reached its maximum of {maximum:°C}; released below {release_below:°C}.",
		tank_maximum_lost:
			"{sensor:id} reached the tank’s maximum of {maximum:°C} and has been lost since. Pump and heater stay off until it measures less than {release_below:°C}. Put the sensor right, or take it out of the options.",
		tank_full: "The tank reached its target of {target:°C}; charging goes on below {release_below:°C}.",
		tank_unseen: "No tank sensor answers, so the heater stays off.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		tank_limit: {
			name: "Tankens gränser",
			description: "Hur varm tanken laddas, och var pump och elpatron måste stanna.",
			fields: {
				target: {
					name: "Tankens måltemperatur",
					description: "Laddningen slutar när tanken når hit.",
				},
				hysteresis: {
					name: "Tankens hysteres",
					description: "Laddningen fortsätter, och maxgränsen släpper, när tanken har svalnat så mycket.",
				},
				maximum: {
					name: "Tankens maxtemperatur",
					description:
						"Över detta stoppas pumpen och elpatronen, vad som än vill köra dem. Den varmaste tankgivaren gäller.",
				},
			},
		},
	},
	setting: {
		"tank_limit.target": "Tankens måltemperatur",
		"tank_limit.hysteresis": "Tankens hysteres",
		"tank_limit.maximum": "Tankens maxtemperatur",
	},
	reason: {
		tank_maximum: "Tanken nådde sin maxtemperatur {maximum:°C}; den släpps under {release_below:°C}.",
		tank_maximum_lost:
			"{sensor:id} nådde tankens maxtemperatur {maximum:°C} och har varit borta sedan dess. Pump och elpatron hålls avstängda tills givaren visar under {release_below:°C}. Åtgärda givaren eller ta bort den ur konfigurationen.",
		tank_full: "Tanken nådde sin måltemperatur {target:°C}; laddningen fortsätter under {release_below:°C}.",
		tank_unseen: "Ingen tankgivare svarar, så elpatronen förblir av.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		tank_limit: {
			name: "Speichergrenzen",
			description: "Wie warm der Speicher beladen wird und wo Pumpe und Heizstab abschalten müssen.",
			fields: {
				target: {
					name: "Speichersolltemperatur",
					description: "Die Beladung endet, wenn der Speicher sie erreicht.",
				},
				hysteresis: {
					name: "Speicherhysterese",
					description:
						"Die Beladung geht weiter, und die Maximaltemperatur wird freigegeben, wenn der Speicher um so viel abgekühlt ist.",
				},
				maximum: {
					name: "Speichermaximaltemperatur",
					description:
						"Darüber werden Pumpe und Heizstab gestoppt, was auch immer sie verlangt. Es gilt der heißeste Speicherfühler.",
				},
			},
		},
	},
	setting: {
		"tank_limit.target": "Speichersolltemperatur",
		"tank_limit.hysteresis": "Speicherhysterese",
		"tank_limit.maximum": "Speichermaximaltemperatur",
	},
	reason: {
		tank_maximum: "Der Speicher hat seine Maximaltemperatur von {maximum:°C} erreicht; frei unter {release_below:°C}.",
		tank_maximum_lost:
			"{sensor:id} hat die Maximaltemperatur des Speichers von {maximum:°C} erreicht und ist seitdem ausgefallen. Pumpe und Heizstab bleiben aus, bis der Fühler unter {release_below:°C} misst. Den Fühler instand setzen oder aus den Optionen nehmen.",
		tank_full:
			"Der Speicher hat seine Solltemperatur von {target:°C} erreicht; die Beladung geht unter {release_below:°C} weiter.",
		tank_unseen: "Kein Speicherfühler antwortet, daher bleibt der Heizstab aus.",
	},
};
