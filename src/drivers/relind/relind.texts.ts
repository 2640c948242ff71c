import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		relind: {
			name: "Relay card",
			description:
				"For the outputs whose target begins with relind: the relay cards of Sequent Microsystems with 4, 8 or 16 relays.",
			fields: {
				bus: { name: "I2C bus", description: "The number N of /dev/i2c-N to which the card is connected. Usually 1." },
				board: {
					name: "Kind of card",
					description:
						"4_relays, 8_relays or 16_relays. 4_relays_0x20, 8_relays_0x20, 16_relays_0x38: the same for a card that answers in the other range of addresses. auto: only for newer 4RELIND cards, which say it themselves. Others do not, and nothing is switched until you choose.",
				},
			},
		},
		relind_cards: {
			name: "Kinds of relay cards",
			description:
				"Only where cards of several kinds are stacked: the kind of each. A card that is not listed here is of the kind set under relind.",
			fields: {
				stack: { name: "Stack number", description: "As set by the card's jumpers." },
				board: {
					name: "Kind of card",
					description:
						"4_relays, 8_relays or 16_relays. 4_relays_0x20, 8_relays_0x20, 16_relays_0x38: the same for a card that answers in the other range of addresses. auto: only for newer 4RELIND cards, which say it themselves. Others do not, and nothing is switched until you choose.",
				},
			},
		},
	},
	address: {
		relind:
			"the stack number set by the jumpers, 0 to 7, a slash, and the relay from 1 to 4, 8 or 16, for example 2/1; choose the kind of card under relind, board",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		relind: {
			name: "Reläkort",
			description:
				"För de utgångar vars mål börjar med relind: reläkorten från Sequent Microsystems med 4, 8 eller 16 reläer.",
			fields: {
				bus: { name: "I2C-buss", description: "Numret N på den /dev/i2c-N som kortet är anslutet till. Oftast 1." },
				board: {
					name: "Slag av kort",
					description:
						"4_relays, 8_relays eller 16_relays. 4_relays_0x20, 8_relays_0x20, 16_relays_0x38: samma för ett kort som svarar i det andra adressområdet. auto: bara för nyare 4RELIND-kort, som själva säger det. Andra gör inte det, och inget slås om förrän du har valt.",
				},
			},
		},
		relind_cards: {
			name: "Slag av reläkort",
			description:
				"Bara där kort av flera slag är staplade: vilket slag vart och ett är. Ett kort som inte står här är av det slag som är valt under relind.",
			fields: {
				stack: { name: "Stacknummer", description: "Så som kortets byglar är satta." },
				board: {
					name: "Slag av kort",
					description:
						"4_relays, 8_relays eller 16_relays. 4_relays_0x20, 8_relays_0x20, 16_relays_0x38: samma för ett kort som svarar i det andra adressområdet. auto: bara för nyare 4RELIND-kort, som själva säger det. Andra gör inte det, och inget slås om förrän du har valt.",
				},
			},
		},
	},
	address: {
		relind:
			"stacknumret som byglarna anger, 0 till 7, ett snedstreck och reläet från 1 till 4, 8 eller 16, till exempel 2/1; välj slag av kort under relind, board",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		relind: {
			name: "Relaiskarte",
			description:
				"Für die Ausgänge, deren Ziel mit relind beginnt: die Relaiskarten von Sequent Microsystems mit 4, 8 oder 16 Relais.",
			fields: {
				bus: {
					name: "I2C-Bus",
					description: "Die Nummer N von /dev/i2c-N, an dem die Karte angeschlossen ist. Meistens 1.",
				},
				board: {
					name: "Art der Karte",
					description:
						"4_relays, 8_relays oder 16_relays. 4_relays_0x20, 8_relays_0x20, 16_relays_0x38: dasselbe für eine Karte, die im anderen Adressbereich antwortet. auto: nur für neuere Karten 4RELIND, die es selbst melden. Andere tun das nicht, und bis zur Auswahl wird nichts geschaltet.",
				},
			},
		},
		relind_cards: {
			name: "Arten der Relaiskarten",
			description:
				"Nur wo Karten mehrerer Arten gestapelt sind: die Art jeder Karte. Eine Karte, die hier nicht steht, ist von der unter relind gewählten Art.",
			fields: {
				stack: { name: "Stapelnummer", description: "Wie mit den Jumpern der Karte eingestellt." },
				board: {
					name: "Art der Karte",
					description:
						"4_relays, 8_relays oder 16_relays. 4_relays_0x20, 8_relays_0x20, 16_relays_0x38: dasselbe für eine Karte, die im anderen Adressbereich antwortet. auto: nur für neuere Karten 4RELIND, die es selbst melden. Andere tun das nicht, und bis zur Auswahl wird nichts geschaltet.",
				},
			},
		},
	},
	address: {
		relind:
			"die mit den Jumpern eingestellte Stapelnummer, 0 bis 7, ein Schrägstrich und das Relais von 1 bis 4, 8 oder 16, zum Beispiel 2/1; die Art der Karte unter relind, board wählen",
	},
};
