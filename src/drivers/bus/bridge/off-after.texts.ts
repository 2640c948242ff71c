import type { Like } from "#words/like.ts";

/** For every device that has a timer of its own. */
export const en = {
	off_after: {
		name: "Off without the app after",
		description:
			"How long after the last command the device switches the load off by itself. The app renews the command three times in this time. After a change the silence test is due again.",
	},
} as const;

export const sv: Like<typeof en> = {
	off_after: {
		name: "Av utan appen efter",
		description:
			"Hur länge efter det senaste kommandot enheten själv slår av lasten. Appen förnyar kommandot tre gånger under den tiden. Efter en ändring måste tystnadstestet göras om.",
	},
};

export const de: Like<typeof en> = {
	off_after: {
		name: "Ohne die App aus nach",
		description:
			"Wie lange nach dem letzten Befehl das Gerät den Verbraucher von selbst ausschaltet. Die App erneuert den Befehl dreimal in dieser Zeit. Nach einer Änderung ist der Stilletest erneut fällig.",
	},
};
