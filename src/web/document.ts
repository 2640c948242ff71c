import type { Html } from "./html.ts";
import { broker } from "./parts/broker.ts";
import { concerns } from "./parts/concerns.ts";
import { energy } from "./parts/energy.ts";
import { now } from "./parts/now.ts";
import { outputs } from "./parts/outputs.ts";
import { problems } from "./parts/problems.ts";
import { sensors } from "./parts/sensors.ts";
import { steps } from "./parts/steps.ts";
import type { RenderContext } from "./render-context.ts";
import type { View } from "./view.ts";

/** In reading order, which is also the order for screen readers and phones. */
const PARTS = { now, problems, concerns, steps, outputs, energy, sensors, broker } as const;

/** Every part of the page by name. An empty part is not shown. */
export const partsOf = (context: RenderContext, view: View): ReadonlyMap<string, string> =>
	new Map(Object.entries(PARTS).map(([name, part]) => [name, part(context, view)?.text ?? ""]));

/**
 * The whole page, readable without a script. URLs are relative, because the path of an ingress changes. A browser without a
 * script reloads every half minute.
 */
export function documentOf(context: RenderContext, view: View): Html {
	const { html, word, language } = context;
	const parts = Object.entries(PARTS).map(
		([name, part]) => html`<section id="${name}" class="part">${part(context, view)}</section>`,
	);
	return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>Solar Heating</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"><noscript><meta http-equiv="refresh" content="30"></noscript><script src="page.js" defer></script></head>
<body><div id="lost" role="status" hidden>${word("lost")}</div><main>
${parts}
</main><footer class="quiet">Solar Heating ${view.version}</footer></body></html>
`;
}
