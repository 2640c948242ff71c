import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		manual: {
			name: "Manual operation",
			description: "How long what you switch yourself stays so.",
			fields: {
				hold_for: {
					name: "Manual hold lasts",
					description:
						"A switch in Home Assistant holds an output this long; then the controller takes it back. A heater is never held longer than 60 minutes.",
				},
			},
		},
	},
	setting: {
		"manual.hold_for": "Manual hold lasts",
	},
	reason: {
		held_on: "Held on by hand for {left:time} more.",
		held_off: "Held off by hand for {left:time} more.",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		manual: {
			name: "Handkörning",
			description: "Hur länge det gäller som du själv slår om.",
			fields: {
				hold_for: {
					name: "Handkörning varar",
					description:
						"En brytare i Home Assistant styr en utgång så länge; sedan tar regleringen tillbaka den. En elpatron hålls aldrig längre än 60 minuter.",
				},
			},
		},
	},
	setting: {
		"manual.hold_for": "Handkörning varar",
	},
	reason: {
		held_on: "Hålls påslagen för hand i {left:time} till.",
		held_off: "Hålls avslagen för hand i {left:time} till.",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		manual: {
			name: "Handbetrieb",
			description: "Wie lange gilt, was Sie selbst schalten.",
			fields: {
				hold_for: {
					name: "Handbetrieb dauert",
					description:
						"Ein Schalter in Home Assistant hält einen Ausgang so lange; dann übernimmt wieder die Regelung. Ein Heizstab wird nie länger als 60 Minuten gehalten.",
				},
			},
		},
	},
	setting: {
		"manual.hold_for": "Handbetrieb dauert",
	},
	reason: {
		held_on: "Noch {left:time} von Hand eingeschaltet.",
		held_off: "Noch {left:time} von Hand ausgeschaltet.",
	},
};
