import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CONTENT_TYPES, type Format } from "#web/metrics/exposition.ts";
import { ask, basic } from "../web/ask.ts";
import { LiveApp } from "./live-app.ts";

/** Debian's, whose packages another Python does not see. */
const PYTHON = "/usr/bin/python3";
/** Prometheus' own client reads what it is given, strictly, and says what it has read. */
const READ = `
import json, sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families as openmetrics
from prometheus_client.parser import text_string_to_metric_families as prometheus
families = (openmetrics if sys.argv[1] == "openmetrics" else prometheus)(sys.stdin.read())
print(json.dumps({f.name: [f.type, f.unit, [[s.name, s.labels, s.value] for s in f.samples]] for f in families}))
`;
type Read = Readonly<
	Record<string, readonly [type: string, unit: string, samples: readonly [string, object, number][]]>
>;

async function readByPrometheus(metrics: string, format: Format): Promise<Read> {
	const python = spawn(PYTHON, ["-c", READ, format], { stdio: ["pipe", "pipe", "inherit"] });
	python.stdin.end(metrics);
	return JSON.parse(await text(python.stdout)) as Read;
}

describe("the metrics of the running app", () => {
	let app: LiveApp;
	let metrics: (accept: string) => Promise<Awaited<ReturnType<typeof ask>>>;
	beforeAll(async () => {
		app = await LiveApp.start();
		const url = await app.url;
		const { username, password } = app.login;
		metrics = (accept) => ask(`${url}metrics`, { ...basic(username, password), accept });
	}, 60_000);
	afterAll(() => app?.close());

	it.each(["openmetrics", "prometheus"] as const)("are read by Prometheus' own parser: %s", async (format) => {
		const { status, text, headers } = await metrics(CONTENT_TYPES[format]);
		expect([status, headers["content-type"]]).toEqual([200, CONTENT_TYPES[format]]);
		const read = await readByPrometheus(text, format);
		const [type, , temperatures] = read["solar_heating_temperature_celsius"] ?? [];
		expect([type, temperatures?.length]).toEqual(["gauge", expect.any(Number)]);
		expect(read["solar_heating_output_run_seconds"]?.[0]).toBe("counter");
		expect(read["solar_heating_turn_interval_seconds"]?.[0]).toBe("histogram");
		// Nothing was lost on the way.
		const samples = Object.values(read).flatMap(([, , all]) => all);
		expect(samples).toHaveLength(text.split("\n").filter((line) => line !== "" && !line.startsWith("#")).length);
	});
});
