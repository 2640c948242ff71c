import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		tank_limit: {
			name: "Tank limits",
			description: "The temperature to which the tank is charged, and the one at which pump and heater are stopped.",
			fields: {
				target: {
					name: "Tank target",
					description: "Charging ends when the tank reaches this temperature.",
				},
				hysteresis: {
					name: "Tank hysteresis",
					description:
						"Charging resumes, and the stop at the maximum is lifted, when the tank has cooled by this much.",
				},
				maximum: {
					name: "Tank maximum",
					description:
						"At this temperature the pump and the heater are stopped, even if another function requests them. The hottest tank sensor decides.",
				},
			},
		},
	},
	setting: {
		"tank_limit.target": "Tank target",
		"tank_limit.hysteresis": "Tank hysteresis",
		"tank_limit.maximum": "Tank maximum",
	},
	activity: {
		tank_full: "tank full",
		tank_too_hot: "tank too hot",
	},
	reason: {
		tank_maximum: "The tank reached its maximum of {maximum:°C}; the stop is lifted below {release_below:°C}.",
		tank_maximum_lost:
			"{sensor:id} reached the tank's maximum of {maximum:°C} and has given no value since. Pump and heater stay off until it measures less than {release_below:°C}. Repair the sensor, or remove it from the options.",
		tank_full: "The tank reached its target of {target:°C}; charging resumes below {release_below:°C}.",
		tank_still_heated:
			"{part:id} gets hotter although nothing is led to it: a valve may be stuck. Its pump stays off until it is below {release_below:°C}. Look at the valve.",
		tank_unseen: "No tank sensor gives a value, so the heater stays off.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		tank_limit: {
			name: "Tankens temperaturgränser",
			description: "Temperaturen som tanken laddas till, och den då pump och elpatron stoppas.",
			fields: {
				target: {
					name: "Tankens måltemperatur",
					description: "Laddningen slutar när tanken når den här temperaturen.",
				},
				hysteresis: {
					name: "Tankens hysteres",
					description: "Laddningen återupptas, och stoppet vid maxtemperaturen hävs, när tanken har svalnat så mycket.",
				},
				maximum: {
					name: "Tankens maxtemperatur",
					description:
						"Vid den här temperaturen stoppas pumpen och elpatronen, även om en annan funktion vill köra dem. Den varmaste tankgivaren gäller.",
				},
			},
		},
	},
	setting: {
		"tank_limit.target": "Tank, måltemperatur",
		"tank_limit.hysteresis": "Tank, hysteres",
		"tank_limit.maximum": "Tank, maxtemperatur",
	},
	activity: {
		tank_full: "tanken full",
		tank_too_hot: "tanken för varm",
	},
	reason: {
		tank_maximum: "Tanken nådde sin maxtemperatur {maximum:°C}; stoppet hävs under {release_below:°C}.",
		tank_maximum_lost:
			"{sensor:id} nådde tankens maxtemperatur {maximum:°C} och har inte gett något värde sedan dess. Pump och elpatron hålls avstängda tills givaren visar under {release_below:°C}. Åtgärda givaren, eller ta bort den ur inställningarna.",
		tank_full: "Tanken har nått sin måltemperatur {target:°C}; laddningen återupptas under {release_below:°C}.",
		tank_still_heated:
			"{part:id} blir varmare fast inget leds dit: en ventil kan ha fastnat. Pumpen står stilla tills tanken är under {release_below:°C}. Kontrollera ventilen.",
		tank_unseen: "Ingen tankgivare ger något värde, så elpatronen är avstängd.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		tank_limit: {
			name: "Speichertemperaturgrenzen",
			description:
				"Die Temperatur, bis zu der der Speicher beladen wird, und die, bei der Pumpe und Heizstab abschalten.",
			fields: {
				target: {
					name: "Speichersolltemperatur",
					description: "Die Beladung endet, wenn der Speicher diese Temperatur erreicht.",
				},
				hysteresis: {
					name: "Speicherhysterese",
					description:
						"Die Beladung beginnt wieder, und die Maximalabschaltung wird aufgehoben, wenn der Speicher um diesen Wert abgekühlt ist.",
				},
				maximum: {
					name: "Speichermaximaltemperatur",
					description:
						"Bei dieser Temperatur schalten Pumpe und Heizstab ab, auch wenn eine andere Funktion sie anfordert. Maßgebend ist der heißeste Speicherfühler.",
				},
			},
		},
	},
	setting: {
		"tank_limit.target": "Speicher, Solltemperatur",
		"tank_limit.hysteresis": "Speicher, Hysterese",
		"tank_limit.maximum": "Speicher, Maximaltemperatur",
	},
	activity: {
		tank_full: "Speicher voll",
		tank_too_hot: "Speicher zu heiß",
	},
	reason: {
		tank_maximum:
			"Der Speicher hat seine Maximaltemperatur von {maximum:°C} erreicht; die Abschaltung endet unter {release_below:°C}.",
		tank_maximum_lost:
			"{sensor:id} hat die Maximaltemperatur des Speichers von {maximum:°C} erreicht und liefert seitdem keinen Wert. Pumpe und Heizstab bleiben aus, bis der Fühler unter {release_below:°C} misst. Den Fühler instand setzen oder aus den Optionen entfernen.",
		tank_full:
			"Der Speicher hat seine Solltemperatur von {target:°C} erreicht; die Beladung beginnt wieder unter {release_below:°C}.",
		tank_still_heated:
			"{part:id} wird heißer, obwohl nichts dorthin geleitet wird: Ein Ventil könnte klemmen. Die Pumpe steht, bis der Speicher unter {release_below:°C} ist. Prüfen Sie das Ventil.",
		tank_unseen: "Kein Speicherfühler liefert einen Wert, daher bleibt der Heizstab aus.",
	},
};
