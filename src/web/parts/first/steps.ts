import { say } from "#texts/say.ts";
import { type Html, sentence } from "../../html.ts";
import type { RenderContext } from "../../render-context.ts";
import type { View } from "../../view.ts";

/** Uses the sensors of this house, if known. */
const sensor = ([
	collector = "one_wire:28-0123456789ab",
	tank = "one_wire:28-0123456789ac",
]: readonly string[]) => `sensors:
  - id: collector
    role: collector
    source: ${collector}
  - id: tank
    role: tank
    source: ${tank}`;
const OUTPUT = `outputs:
  - id: pump
    role: pump
    target: usb_relay:/dev/serial/by-id/NAME/1`;
const TRIAL = `sensors:
  - id: collector
    role: collector
    source: simulated:collector
  - id: tank
    role: tank
    source: simulated:tank
outputs:
  - id: pump
    role: pump
    target: simulated:pump`;

/** What to do next where nothing is configured yet. */
export function steps(context: RenderContext, { configured, options_valid, found }: View): Html | undefined {
	const { html, word, language } = context;
	if (configured || !options_valid) return undefined;
	const example = (text: string) => html`<pre><code>${text}</code></pre>`;
	const written = html`<h2>${word("steps")}</h2><ol class="steps"><li>${word("step_options")}</li><li>${word("step_sensors")}${foundList(context, found)} ${word("example")}${example(sensor(measuring(found)))}</li><li>${word("step_outputs")} ${word("example")}${example(OUTPUT)}</li><li>${word("step_broker")}</li><li>${word("step_restart")}</li></ol><details id="trial"><summary>${word("step_try")}</summary>${example(TRIAL)}</details>`;
	if (!context.may || context.setup === undefined) return written;
	const words = (key: "first" | "first_go" | "by_hand") => say(language, "setup", key);
	return html`<div class="first"><p>${words("first")}</p><a class="btn go" href="#view-setup">${words("first_go")}</a></div><details id="by-hand"><summary>${words("by_hand")}</summary>${written}</details>`;
}

/** Sources that give a temperature. */
const measuring = (found: View["found"] = []): readonly string[] =>
	found.flatMap(({ source, value, quantity = "temperature" }) =>
		value === undefined || quantity !== "temperature" ? [] : [source],
	);

/** The connected sensors with their present temperatures. A sensor that is warmed in the hand shows by its rise. */
function foundList({ html, word, measured }: RenderContext, found: View["found"]): Html | undefined {
	if (found === undefined) return undefined;
	if (found.length === 0) return html`<p class="quiet">${word("found_none")}</p>`;
	const rows = found.map(({ source, quantity = "temperature", value, text = "" }) =>
		value === undefined
			? html`<li><code>${source}</code> <span class="none">${sentence(text)}</span></li>`
			: html`<li><code>${source}</code> <b>${measured(value, quantity)}</b></li>`,
	);
	return html`<p>${word("found")}</p><ul class="found">${rows}</ul>`;
}
