import type { Html } from "../../html.ts";
import { type Asking, field, input } from "../ask.ts";

/** The two figures that every plant has. */
export function tank(asking: Asking): Html {
	const { html, setup, say, button } = asking;
	const shown = (value: number | undefined) => (value === undefined ? "" : String(value));
	return html`<div class="card"><h2>${say("tank_title")}</h2>${field(
		asking,
		"tank-volume",
		say("tank_volume", { unit: "L" }),
		input(asking, { id: "tank-volume", name: "volume", value: shown(setup.volume), numeric: true }),
	)}<p class="quiet">${say("tank_volume_why")}</p>${field(
		asking,
		"tank-maximum",
		say("tank_maximum", { unit: "°C" }),
		input(asking, { id: "tank-maximum", name: "maximum", value: shown(setup.maximum), numeric: true }),
	)}<p class="quiet">${say("tank_maximum_why")}</p><div class="foot"><span></span><p class="buttons">${button("step:outputs", say("back"))}${button("step:save", say("next_save"), { main: true })}</p></div></div>`;
}
