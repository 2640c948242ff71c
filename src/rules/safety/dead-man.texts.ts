import type { Like } from "#words/like.ts";

export const en = {
	reason: {
		dead_man_untested:
			"{output:id} stays off until the silence test has shown that it goes off without this app. Start the test: `silence_test`.",
		dead_man_failed:
			"{output:id} stays off: on {date} it stayed on when the app was silent. Replace the device, or correct its settings, then start the test again.",
		dead_man_unarmed:
			"{output:id} stays off: on {date} the device switched on without its own timer. Correct its settings or replace it, then start the silence test again.",
		dead_man_elsewhere:
			"{output:id} stays off: its silence test of {date} was made through the broker {broker}, and since then the app has joined another one. Start the test again: `silence_test`.",
		dead_man_lapsed:
			"{output:id} stays off: its last silence test was {days} days ago. Start the test again: `silence_test`.",
	},
} as const;

export const sv: Like<typeof en> = {
	reason: {
		dead_man_untested:
			"{output:id} hålls av tills tystnadstestet har visat att den slås av utan den här appen. Starta testet: `silence_test`.",
		dead_man_failed:
			"{output:id} hålls av: den {date} förblev den på när appen var tyst. Byt enheten eller rätta dess inställningar, och starta sedan testet igen.",
		dead_man_unarmed:
			"{output:id} hålls av: den {date} slog enheten på utan sin egen timer. Rätta dess inställningar eller byt den, och starta sedan tystnadstestet igen.",
		dead_man_elsewhere:
			"{output:id} hålls av: tystnadstestet den {date} gjordes via brokern {broker}, och sedan dess har appen anslutit till en annan. Starta testet igen: `silence_test`.",
		dead_man_lapsed:
			"{output:id} hålls av: det senaste tystnadstestet gjordes för {days} dagar sedan. Starta testet igen: `silence_test`.",
	},
};

export const de: Like<typeof en> = {
	reason: {
		dead_man_untested:
			"{output:id} bleibt aus, bis der Stilletest gezeigt hat, dass er ohne diese App ausgeht. Den Test starten: `silence_test`.",
		dead_man_failed:
			"{output:id} bleibt aus: Am {date} blieb er an, als die App schwieg. Das Gerät ersetzen oder seine Einstellungen korrigieren, dann den Test erneut starten.",
		dead_man_unarmed:
			"{output:id} bleibt aus: Am {date} schaltete das Gerät ohne seine eigene Zeitschaltung ein. Einstellungen korrigieren oder das Gerät ersetzen, dann den Stilletest erneut starten.",
		dead_man_elsewhere:
			"{output:id} bleibt aus: Sein Stilletest vom {date} lief über den Broker {broker}, und seitdem hat sich die App mit einem anderen verbunden. Den Test erneut starten: `silence_test`.",
		dead_man_lapsed:
			"{output:id} bleibt aus: Sein letzter Stilletest liegt {days} Tage zurück. Den Test erneut starten: `silence_test`.",
	},
};
