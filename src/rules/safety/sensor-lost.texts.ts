import type { Like } from "#words/like.ts";

export const en = {
	reason: {
		sensor_awaited: "Waiting for the first reading of {sensor:id}.",
		sensor_lost: "{sensor:id} is lost: {fault:fault}",
	},
} as const;

export const sv: Like<typeof en> = {
	reason: {
		sensor_awaited: "Väntar på det första värdet från {sensor:id}.",
		sensor_lost: "{sensor:id} ger inget värde: {fault:fault}",
	},
};

export const de: Like<typeof en> = {
	reason: {
		sensor_awaited: "Warten auf den ersten Wert von {sensor:id}.",
		sensor_lost: "{sensor:id} ist ausgefallen: {fault:fault}",
	},
};
