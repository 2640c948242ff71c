import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		target_charging: {
			name: "Target temperature",
			description:
				"Matched flow: a pump with speed control runs only so fast that the collector reaches this temperature, so that hot water is ready sooner. A pump that is only switched is not affected.",
			fields: {
				enabled: {
					name: "Charge at a target temperature",
					description:
						"The pump runs at its lowest speed up to the target, and faster above it. It never runs faster than speed control allows.",
				},
				target: {
					name: "Collector target",
					description: "Up to this collector temperature the pump runs at its lowest speed.",
				},
				rise: {
					name: "Rise for 10 % more",
					description: "For each of these above the target the pump runs 10 % faster.",
				},
			},
		},
	},
	setting: {
		"target_charging.enabled": "Charge at a target temperature",
		"target_charging.target": "Charging, collector target",
		"target_charging.rise": "Charging, rise for 10 %",
	},
	reason: {
		speed_to_target: "The collector is at {collector:°C}; the speed follows its target of {target:°C}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		target_charging: {
			name: "Måltemperatur",
			description:
				"Anpassat flöde: en varvtalsstyrd pump går bara så fort att solfångaren når den här temperaturen, så att varmt vatten finns tidigare. En pump som bara slås till och från påverkas inte.",
			fields: {
				enabled: {
					name: "Ladda med måltemperatur",
					description:
						"Pumpen går på lägsta varvtal upp till målet och fortare över det. Den går aldrig fortare än varvtalsstyrningen tillåter.",
				},
				target: {
					name: "Solfångarens mål",
					description: "Upp till den här solfångartemperaturen går pumpen på lägsta varvtal.",
				},
				rise: {
					name: "Ökning för 10 % mer",
					description: "För varje sådan ökning över målet går pumpen 10 % fortare.",
				},
			},
		},
	},
	setting: {
		"target_charging.enabled": "Ladda med måltemperatur",
		"target_charging.target": "Laddning, solfångarens mål",
		"target_charging.rise": "Laddning, ökning för 10 %",
	},
	reason: {
		speed_to_target: "Solfångaren håller {collector:°C}; varvtalet följer målet {target:°C}.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		target_charging: {
			name: "Zieltemperatur",
			description:
				"Angepasster Durchfluss: Eine drehzahlgeregelte Pumpe läuft nur so schnell, dass der Kollektor diese Temperatur erreicht, damit früher warmes Wasser bereitsteht. Eine Pumpe, die nur geschaltet wird, ist nicht betroffen.",
			fields: {
				enabled: {
					name: "Auf Zieltemperatur beladen",
					description:
						"Bis zum Ziel läuft die Pumpe mit kleinster Drehzahl, darüber schneller. Sie läuft nie schneller, als die Drehzahlregelung erlaubt.",
				},
				target: {
					name: "Kollektor-Zieltemperatur",
					description: "Bis zu dieser Kollektortemperatur läuft die Pumpe mit kleinster Drehzahl.",
				},
				rise: {
					name: "Anstieg für 10 % mehr",
					description: "Für jeden solchen Anstieg über das Ziel läuft die Pumpe 10 % schneller.",
				},
			},
		},
	},
	setting: {
		"target_charging.enabled": "Auf Zieltemperatur beladen",
		"target_charging.target": "Beladung, Kollektorziel",
		"target_charging.rise": "Beladung, Anstieg für 10 %",
	},
	reason: {
		speed_to_target: "Der Kollektor hat {collector:°C}; die Drehzahl folgt seinem Ziel von {target:°C}.",
	},
};
