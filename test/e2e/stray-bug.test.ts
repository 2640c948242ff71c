import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { seconds } from "#model/quantities/units.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { until } from "../app/house.ts";
import { freePort } from "../fakes/mosquitto.ts";
import { Process } from "./process.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "solar-stray-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SECRET = "canary-Stray-5e1d";
/** Runs in the app's process when it is told to by SIGUSR2, as a timer of a library might. */
const stray = (bug: string) => {
	const program = `process.on("SIGUSR2", () => setTimeout(() => { ${bug} }));`;
	return `--import=data:text/javascript,${encodeURIComponent(program)}`;
};

test.each([
	["a timer that throws", `throw new TypeError("${SECRET}")`],
	["a promise that nobody catches", `Promise.reject(new TypeError("stray"))`],
])(
	"%s does not end the app: it is told, shown, and control goes on",
	async (_, bug) => {
		const login = { username: "solar", password: SECRET };
		const mqtt = { host: "127.0.0.1", port: await freePort(), ...login };
		const app = new Process(folder, mqtt, { NODE_OPTIONS: stray(bug) });
		const snapshot = async () => {
			const asked = await askControl(folder, "snapshot", undefined, seconds(5));
			return asked.kind === "answer" ? JSON.stringify(asked.value) : "";
		};
		let now = "";
		const looked = (what: string, so: (text: string) => boolean) =>
			until(
				what,
				async () => {
					now = await snapshot();
					return so(now);
				},
				20_000,
			);
		await looked("it turns", (text) => text !== "");
		process.kill(await app.controller(), "SIGUSR2");
		await looked("it is shown", (text) => text.includes("beside_failed"));
		await until("it is told", () => app.log.includes("view_failed"));
		const turn = (text: string) => Number(/"t":([\d.]+)/.exec(text)?.[1]);
		const before = turn(now);
		await looked("it goes on", (text) => turn(text) > before);
		expect(app.log + now).not.toContain(SECRET);
		expect(app.runs).toBe(true);
		await app.end();
		expect(app.log).toContain("Stopped");
	},
	60_000,
);
