import type { Like } from "#words/like.ts";

export const en = {
	address: {
		dcttech:
			"the five characters of the board's serial number, a slash, and the relay from 1 to 8, for example QMBS1/1; or the path of its device node, for example /dev/hidraw0/1",
	},
} as const;

export const sv: Like<typeof en> = {
	address: {
		dcttech:
			"de fem tecknen i kortets serienummer, ett snedstreck och reläet från 1 till 8, till exempel QMBS1/1; eller sökvägen till dess enhetsfil, till exempel /dev/hidraw0/1",
	},
};

export const de: Like<typeof en> = {
	address: {
		dcttech:
			"die fünf Zeichen der Seriennummer der Karte, ein Schrägstrich und das Relais von 1 bis 8, zum Beispiel QMBS1/1; oder der Pfad ihrer Gerätedatei, zum Beispiel /dev/hidraw0/1",
	},
};
