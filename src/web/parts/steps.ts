import type { Html } from "../html.ts";
import type { Ink } from "../ink.ts";
import type { View } from "../view.ts";

const SENSOR = `sensors:
  - id: collector
    role: collector
    source: one_wire:28-0123456789ab
  - id: tank
    role: tank
    source: one_wire:28-0123456789ac`;
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
export function steps({ html, word }: Ink, { configured, options_valid }: View): Html | undefined {
	if (configured || !options_valid) return undefined;
	const example = (text: string) => html`<pre><code>${text}</code></pre>`;
	return html`<h2>${word("steps")}</h2><ol class="steps"><li>${word("step_options")}</li><li>${word("step_sensors")} ${word("example")}${example(SENSOR)}</li><li>${word("step_outputs")} ${word("example")}${example(OUTPUT)}</li><li>${word("step_broker")}</li><li>${word("step_restart")}</li></ol><details id="trial"><summary>${word("step_try")}</summary>${example(TRIAL)}</details>`;
}
