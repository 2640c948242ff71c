import type { Html } from "../html.ts";
import type { RenderContext } from "../render-context.ts";
import type { View } from "../view.ts";
import { type Asking, asking } from "./ask.ts";
import { broker } from "./screens/broker.ts";
import { outputs } from "./screens/outputs.ts";
import { missing, steps } from "./screens/plan.ts";
import { save } from "./screens/save.ts";
import { sensors } from "./screens/sensors.ts";
import { tank } from "./screens/tank.ts";
import { wiring } from "./screens/wiring.ts";

/** The guided path: one step is one screen. Undefined for those who may not change anything. */
export function setup(context: RenderContext, view: View): Html | undefined {
	if (!context.may || context.setup === undefined) return undefined;
	const ask = asking(context, context.setup);
	const { html, say } = ask;
	const { step } = context.setup;
	// A screen of its own id is replaced as a whole, so that nothing that was typed turns up in another.
	return html`<div class="guide" id="step-${step}"><h1 tabindex="-1">${say(`title_${step}`)}</h1><p class="lead quiet">${say(`lead_${step}`)}</p><div class="columns"><div class="aside">${steps(ask)}${looking(ask)}</div><div class="screen">${screen(ask, view)}${missing(ask)}</div></div></div>`;
}

function screen(ask: Asking, view: View): Html {
	switch (ask.setup.step) {
		case "broker":
			return broker(ask, view);
		case "sensors":
			return sensors(ask);
		case "outputs":
			return outputs(ask);
		case "tank":
			return tank(ask);
		case "save":
			return save(ask);
		case "wiring":
			return wiring(ask, view);
	}
}

/** A plant without hardware, and the way back from it. */
function looking({ html, setup, say, button }: Asking): Html | undefined {
	if (!setup.saves || setup.restarting) return undefined;
	if (setup.simulated)
		return html`<div class="card look"><h2>${say("simulated_runs")}</h2><p class="quiet">${say("simulated_end_then")}</p><p class="buttons">${button("simulate:end", say("simulated_end"))}</p></div>`;
	const bare = setup.plan.every(({ what, state }) => what === "broker" || state !== "done");
	if (!bare) return undefined;
	return html`<div class="card look"><h2>${say("just_looking")}</h2><p class="quiet">${say("simulated_what")}</p><p class="buttons">${button("simulate", say("simulate"))}</p></div>`;
}
