import type { Snapshot } from "#model/decision/snapshot.ts";
import type { OnPage, Routes } from "../http/routes.ts";
import type { About } from "../view.ts";
import { appFamilies } from "./app.ts";
import { energyFamilies } from "./energy.ts";
import { CONTENT_TYPES, expositionOf, type Family, type Format, formatFor, type Sample } from "./exposition.ts";
import { plantFamilies } from "./plant.ts";
import type { TurnTimes } from "./turn-times.ts";

/** `GET /metrics`, for Prometheus and what reads its format. */
export const metricsRoutes =
	(turns: TurnTimes): Routes =>
	(app, on) => {
		app.get("/metrics", (request, reply) => {
			const format = formatFor(request.headers.accept);
			return reply
				.type(CONTENT_TYPES[format])
				.header("vary", "accept")
				.send(metricsOf(on, turns, format));
		});
	};

/** Every metric, also those of which this plant has no sample. */
export const familiesOf = (snapshot: Snapshot, about: About, turns: TurnTimes): readonly Family[] => [
	...appFamilies(snapshot, about, turns),
	...plantFamilies(snapshot),
	...energyFamilies(snapshot),
];

function metricsOf({ snapshot, about, clean }: OnPage, turns: TurnTimes, format: Format): string {
	const turn = snapshot();
	const families = [...appFamilies(turn, about(), turns), ...plantFamilies(turn), ...energyFamilies(turn)];
	return expositionOf(
		families.map((family) => cleaned(family, clean.text)),
		format,
	);
}

/** An id comes from the options, and could be a secret by mistake. */
const cleaned = (family: Family, clean: (text: string) => string): Family => ({
	...family,
	samples: family.samples.map((sample): Sample => {
		const labels = Object.entries(sample.labels ?? {}).map(([name, value]) => [name, clean(value)]);
		return { ...sample, labels: Object.fromEntries(labels) };
	}),
});
