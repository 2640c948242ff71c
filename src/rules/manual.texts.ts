import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		manual: {
			name: "Manual operation",
			description: "How long an output that you switch by hand stays switched.",
			fields: {
				hold_for: {
					name: "Manual hold lasts",
					description:
						"When you switch an output in Home Assistant, it stays so for this time. After that the controller takes over again. A heater is never held on for more than 60 minutes.",
				},
			},
		},
	},
	setting: {
		"manual.hold_for": "Manual hold lasts",
	},
	activity: {
		manual: "held by hand",
	},
	reason: {
		held_on: "Switched on by hand for another {left:time}.",
		held_off: "Switched off by hand for another {left:time}.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		manual: {
			name: "Handkörning",
			description: "Hur länge en utgång som du slår om för hand förblir så.",
			fields: {
				hold_for: {
					name: "Handkörning gäller i",
					description:
						"När du slår om en utgång i Home Assistant förblir den så under denna tid. Sedan tar styrningen över igen. En elpatron hålls aldrig på längre än 60 minuter.",
				},
			},
		},
	},
	setting: {
		"manual.hold_for": "Handkörning gäller i",
	},
	activity: {
		manual: "handkörning",
	},
	reason: {
		held_on: "Påslagen för hand i {left:time} till.",
		held_off: "Avstängd för hand i {left:time} till.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		manual: {
			name: "Handbetrieb",
			description: "Wie lange ein von Hand geschalteter Ausgang so bleibt.",
			fields: {
				hold_for: {
					name: "Handbetrieb gilt für",
					description:
						"Wird ein Ausgang in Home Assistant geschaltet, bleibt er so lange in diesem Zustand. Danach übernimmt wieder die Regelung. Ein Heizstab bleibt nie länger als 60 Minuten eingeschaltet.",
				},
			},
		},
	},
	setting: {
		"manual.hold_for": "Handbetrieb gilt für",
	},
	activity: {
		manual: "Handbetrieb",
	},
	reason: {
		held_on: "Noch {left:time} von Hand eingeschaltet.",
		held_off: "Noch {left:time} von Hand ausgeschaltet.",
	},
};
