import type { Html } from "../../html.ts";
import type { View } from "../../view.ts";
import type { Asking } from "../ask.ts";

/** Whether Home Assistant sees the plant, and what to do where it does not. Control needs none. */
export function broker({ html, say, button }: Asking, { broker: found }: View): Html {
	const { state, host, port, cause, remedy, user } = found;
	const connected = state === "connected";
	const said = connected
		? say("broker_connected", { host: host ?? "?", port: port ?? "?", user: user ?? "?" })
		: host === undefined
			? say("broker_none")
			: (cause ?? say("broker_joining", { host }));
	return html`<div class="card"><h2>${connected ? say("broker_fine") : say("broker_open")}</h2><p>${said}</p>${
		connected ? undefined : html`<p>${remedy ?? say("broker_todo")}</p><p class="quiet">${say("broker_later")}</p>`
	}<div class="foot"><p class="buttons">${button("step:sensors", say("next_sensors"), { main: true })}</p></div></div>`;
}
