import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		anti_seize: {
			name: "Protection against seizing",
			description: "Moves pumps and valves that have rested for a day, so that they do not seize.",
			fields: {
				enabled: {
					name: "Move what has rested",
					description: "Once a day, one after the other, and only while nothing hot would be moved.",
				},
				hour: {
					name: "From this hour on",
					description:
						"The full hour of the day from which they are moved. If it is too hot then, it happens later that day.",
				},
				run_for: {
					name: "Pumps run for",
					description:
						"How long a pump runs, or as long as its minimum run time if that is longer. Valves go through their travel.",
				},
			},
		},
	},
	setting: {
		"anti_seize.enabled": "Move what has rested",
		"anti_seize.hour": "Move what has rested from hour",
		"anti_seize.run_for": "Against seizing pumps run for",
	},
	reason: { kept_loose: "It has rested for a day and is moved so that it does not seize, for {left:time} more." },
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		anti_seize: {
			name: "Skydd mot kärvning",
			description: "Rör pumpar och ventiler som har vilat ett dygn, så att de inte kärvar.",
			fields: {
				enabled: {
					name: "Rör det som har vilat",
					description: "En gång om dagen, en i taget, och bara medan inget hett skulle flyttas.",
				},
				hour: {
					name: "Från klockan",
					description: "Den hela timme från vilken de rörs. Är det för varmt då sker det senare samma dag.",
				},
				run_for: {
					name: "Pumpar går i",
					description:
						"Så länge går en pump, eller så länge som dess minsta gångtid om den är längre. Ventiler går sin hela väg.",
				},
			},
		},
	},
	setting: {
		"anti_seize.enabled": "Rör det som har vilat",
		"anti_seize.hour": "Rör det som vilat från klockan",
		"anti_seize.run_for": "Mot kärvning går pumpar i",
	},
	reason: { kept_loose: "Den har vilat ett dygn och rörs i {left:time} till för att inte kärva." },
};

export const de: Like<typeof en> = {
	configuration: {
		anti_seize: {
			name: "Blockierschutz",
			description: "Bewegt Pumpen und Ventile, die einen Tag geruht haben, damit sie nicht festsitzen.",
			fields: {
				enabled: {
					name: "Ruhendes bewegen",
					description: "Einmal am Tag, nacheinander, und nur solange dabei nichts Heißes bewegt würde.",
				},
				hour: {
					name: "Ab Stunde",
					description:
						"Die volle Stunde des Tages, ab der bewegt wird. Ist es dann zu heiß, geschieht es später am Tag.",
				},
				run_for: {
					name: "Pumpen laufen",
					description:
						"So lange läuft eine Pumpe, oder so lange wie ihre Mindestlaufzeit, wenn diese länger ist. Ventile fahren ihren Weg.",
				},
			},
		},
	},
	setting: {
		"anti_seize.enabled": "Ruhendes bewegen",
		"anti_seize.hour": "Ruhendes bewegen ab Stunde",
		"anti_seize.run_for": "Blockierschutz: Pumpen laufen",
	},
	reason: { kept_loose: "Ruhte einen Tag und wird noch {left:time} bewegt, um nicht festzusitzen." },
};
