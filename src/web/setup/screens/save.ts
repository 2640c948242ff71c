import type { Html } from "../../html.ts";
import type { Asking } from "../ask.ts";
import { roleName } from "./sensors.ts";

/** What will be saved, whether it can be, and the one button that ends it. */
export function save(asking: Asking): Html {
	const { html, setup, say, button } = asking;
	const { problems, saves, restarting, simulated } = setup;
	if (restarting)
		return html`<div class="card" role="status"><h2>${say("restarting")}</h2><p>${say("restarting_then")}</p></div>`;
	const wrong = problems !== undefined && problems.length > 0;
	return html`<div class="card"><h2>${say("save_title")}</h2>${summary(asking)}${
		simulated ? html`<p class="note">${say("save_ends_simulation")}</p>` : undefined
	}${
		wrong
			? html`<dl class="problems">${problems.map(
					({ path, value, remedy }) =>
						html`<div><dt><code>${path}</code> <span class="quiet">${asking.context.word("problem_found", { value })}</span></dt><dd>${remedy}</dd></div>`,
				)}</dl>`
			: undefined
	}${saves ? html`<p class="quiet">${say("save_then")}</p>` : html`<p class="note">${say("save_not_here")}</p>`}<div class="foot"><span></span><p class="buttons">${button("step:tank", say("back"))}${
		saves ? button("save", say("save"), { main: true, off: wrong }) : undefined
	}</p></div></div>`;
}

function summary(asking: Asking): Html {
	const { html, setup, say } = asking;
	const { sensors = [], outputs, volume, maximum } = setup;
	const measured = sensors.filter(({ role }) => role !== undefined);
	const rows = [
		...measured.map(({ name, role = "other", source }) => [name ?? roleName(asking, role), source]),
		...outputs.map(({ role, wiring, target }) => [
			`${role === "pump" || role === "heater" ? say(`is_${role}`) : role} (${say(wiring === "nc" ? "wired_nc" : "wired_no")})`,
			target,
		]),
		...(volume === undefined ? [] : [[say("tank_volume", { unit: "L" }), String(volume)]]),
		...(maximum === undefined ? [] : [[say("tank_maximum", { unit: "°C" }), String(maximum)]]),
	];
	return html`<dl class="summary">${rows.map(([name, text]) => html`<div><dt>${name}</dt><dd><code>${text}</code></dd></div>`)}</dl>`;
}
