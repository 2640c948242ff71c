import type { Html } from "../../html.ts";
import type { View } from "../../view.ts";
import type { Asking } from "../ask.ts";
import { HEARD } from "../setup-view.ts";

/** Findings that tell of wrong wiring or plumbing. */
export const OF_WIRING: readonly string[] = [
	...["swapped_by_day", "swapped_at_night", "swapped_lines", "no_flow", "no_flow_metered"],
	...["night_flow", "night_flow_alone", "relay_stays_on", "relay_stays_off"],
	...["wired_the_other_way", "pump_reversed", "sensor_without_power", "sensor_stuck", "heater_no_effect"],
];
/** What is looked for, in the order in which it shows. */
const LOOKED_FOR = ["swapped", "direction", "flow", "contact", "valve"] as const;
const FINDS: Readonly<Record<(typeof LOOKED_FOR)[number], readonly string[]>> = {
	swapped: ["swapped_by_day", "swapped_at_night", "swapped_lines"],
	direction: ["pump_reversed"],
	flow: ["no_flow", "no_flow_metered"],
	contact: ["wired_the_other_way", "relay_stays_on", "relay_stays_off"],
	valve: ["night_flow", "night_flow_alone"],
};

/** What physics says of the wiring, and the record to print. */
export function wiring(asking: Asking, view: View): Html {
	const { html, say } = asking;
	const found = view.findings.filter(({ code }) => OF_WIRING.includes(code));
	const rows = LOOKED_FOR.map((what) => {
		const wrong = found.filter(({ code }) => FINDS[what].includes(code));
		return html`<li class="${wrong.length > 0 ? "wrong" : ""}"><span class="mark" aria-hidden="true">${wrong.length > 0 ? "!" : ""}</span><span><b>${say(`check_${what}`)}</b><br>${
			wrong.length > 0
				? wrong.map(({ text }) => html`<span>${text}</span> `)
				: html`<span class="quiet">${say(`check_${what}_how`)}</span>`
		}</span></li>`;
	});
	const others = found.filter(({ code }) => !Object.values(FINDS).flat().includes(code));
	return html`<div class="card checked"><div class="top"><h2>${found.length > 0 ? say("wiring_found", { count: found.length }) : say("wiring_fine")}</h2><p class="quiet">${say("wiring_when")}</p></div><ul class="plan-rows checks">${rows}${others.map(
		({ text }) => html`<li class="wrong"><span class="mark" aria-hidden="true">!</span><span>${text}</span></li>`,
	)}</ul></div>${record(asking, view)}`;
}

/** What was wired and tried, by whom and when: for the file of the plant. */
function record({ html, setup, say, context }: Asking, view: View): Html {
	const rows = setup.record.map(
		({ at, actor, what, target, heard }) =>
			html`<tr><td>${at.slice(0, 16).replace("T", " ")} UTC</td><td>${actor}</td><td>${say(`record_${what}`)}${
				target === undefined ? undefined : html` <code>${target}</code>`
			}${heard !== undefined && HEARD.includes(heard) ? html`: ${say(`heard_${heard}`)}` : undefined}</td></tr>`,
	);
	const wired = setup.wired.map(({ id, address, wiring }) => {
		const sensor = view.sensors.find((one) => one.id === id && wiring === undefined);
		const name = (sensor ?? view.outputs.find((one) => one.id === id))?.name ?? id;
		const measured =
			sensor?.state === "ok" && sensor.value !== undefined
				? context.measured(sensor.value, sensor.quantity)
				: context.word("no_value");
		return [name, address, wiring === undefined ? measured : say(wiring === "nc" ? "wired_nc" : "wired_no")] as const;
	});
	return html`<div class="card record"><div class="top"><h2>${say("record")}</h2><p class="quiet no-print">${say("record_print")} <button type="button" class="btn print" data-print>${say("record_button")}</button></p></div>${
		wired.length === 0
			? undefined
			: html`<table><thead><tr><th>${say("record_what")}</th><th>${say("record_address")}</th><th>${say("record_state")}</th></tr></thead><tbody>${wired.map(
					([name, address, state]) => html`<tr><td>${name}</td><td><code>${address}</code></td><td>${state}</td></tr>`,
				)}</tbody></table>`
	}${rows.length === 0 ? undefined : html`<table><thead><tr><th>${say("record_when")}</th><th>${say("record_who")}</th><th>${say("record_done")}</th></tr></thead><tbody>${rows}</tbody></table>`}</div>`;
}
