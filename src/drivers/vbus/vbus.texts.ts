import type { Like } from "#words/like.ts";

export const en = {
	configuration: {
		vbus: {
			name: "RESOL controller (VBus)",
			description: "For the sensors whose source begins with vbus. The controller there is only listened to.",
			fields: {
				password: {
					name: "Password",
					description: "Of the adapter or data logger on the network. Empty: the one from the factory, vbus.",
				},
				channel: {
					name: "Channel of the data logger",
					description: "Which VBus of a DL3, from 1 to 6. 0 for all other devices.",
				},
				silence: {
					name: "Longest silence",
					description: "After so long without data the controller's sensors count as lost.",
				},
			},
		},
	},
	address: {
		vbus: "the adapter's path or host, the controller's address, and the channel, for example /dev/serial/by-id/usb-RESOL/427b/s1 or 192.168.1.30/7e11/flow13",
	},
} as const;

export const sv: Like<typeof en> = {
	configuration: {
		vbus: {
			name: "RESOL-styrning (VBus)",
			description: "För de givare vars källa börjar med vbus. Styrningen där avlyssnas bara.",
			fields: {
				password: {
					name: "Lösenord",
					description: "Till adaptern eller dataloggern i nätverket. Tomt: fabrikens lösenord, vbus.",
				},
				channel: {
					name: "Dataloggerns kanal",
					description: "Vilken VBus på en DL3, 1 till 6. 0 för alla andra enheter.",
				},
				silence: {
					name: "Längsta tystnad",
					description: "Efter så lång tid utan data räknas styrningens givare som förlorade.",
				},
			},
		},
	},
	address: {
		vbus: "adapterns sökväg eller värdnamn, styrningens adress och kanalen, till exempel /dev/serial/by-id/usb-RESOL/427b/s1 eller 192.168.1.30/7e11/flow13",
	},
};

export const de: Like<typeof en> = {
	configuration: {
		vbus: {
			name: "RESOL-Regler (VBus)",
			description: "Für die Fühler, deren Quelle mit vbus beginnt. Der Regler dort wird nur mitgelesen.",
			fields: {
				password: {
					name: "Passwort",
					description: "Des Adapters oder Datenloggers im Netz. Leer: das ab Werk, vbus.",
				},
				channel: {
					name: "Kanal des Datenloggers",
					description: "Welcher VBus eines DL3, 1 bis 6. 0 bei allen anderen Geräten.",
				},
				silence: {
					name: "Längste Stille",
					description: "Nach so langer Zeit ohne Daten gelten die Fühler des Reglers als verloren.",
				},
			},
		},
	},
	address: {
		vbus: "Pfad oder Host des Adapters, Adresse des Reglers und Kanal, zum Beispiel /dev/serial/by-id/usb-RESOL/427b/s1 oder 192.168.1.30/7e11/flow13",
	},
};
