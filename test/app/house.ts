import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { jest } from "@jest/globals";
import { simulated } from "#drivers/simulated/simulated.ts";
import type { Notice, Tell } from "#model/sentences/notice.ts";
import { parse } from "#options/parse.ts";
import { openApp } from "../../src/app/app.ts";
import { Observers } from "../../src/app/beside/observers.ts";
import type { App } from "../../src/app/beside/running.ts";
import { FakeDevice, type Nature } from "../runtime/fake-device.ts";

/** Collector and tank, pump and heater on the fake device: see `board`. The heater hangs on the contact that is closed at rest. */
export const PLANT = {
	turn: 0.1,
	sensors: [
		{ id: "collector", role: "collector", source: "simulated:collector" },
		{ id: "tank", role: "tank", source: "simulated:tank" },
	],
	outputs: [
		{ id: "pump", role: "pump", target: "simulated:pump", least_run: 0, least_rest: 0 },
		{ id: "heater", role: "heater", target: "simulated:heater", least_run: 0, least_rest: 0, wiring: "nc" },
	],
};
export const REST = "pump=off heater=on";
export const PUMPING = "pump=on heater=on";

const folders: string[] = [];
const running: App[] = [];

export const folder = (): string => {
	const made = mkdtempSync(join(tmpdir(), "solar-app-"));
	folders.push(made);
	return made;
};

/** For `afterEach`: nothing outlives its test. */
export async function cleared(): Promise<void> {
	for (const app of running) app.stop();
	await Promise.all(running.splice(0).map(closed));
	for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
	jest.restoreAllMocks();
}

/** Ends as a good stop does; gives the exit code. */
export async function closed(app: App): Promise<number> {
	app.stop();
	const { code } = await app.ended;
	app.store.close();
	return code;
}

/** In place of the simulated plant: its board and sensors, 60 °C on the roof and 40 °C in the tank, so that the pump is wanted. */
export function board(nature: Partial<Nature> = {}): FakeDevice {
	const device = new FakeDevice({ pace: 0.1, coils: { pump: false, heater: true }, ...nature });
	Object.assign(device.temperatures, { collector: 60, tank: 40 });
	jest.spyOn(simulated, "open").mockImplementation(() => device);
	return device;
}

export interface Opened {
	readonly app: App;
	readonly told: readonly Notice[];
	codes(): readonly string[];
	readonly tell: Tell;
}

export function opened(raw: unknown = PLANT, where = folder()): Opened {
	const told: Notice[] = [];
	const observers = new Observers((notice) => void told.push(notice));
	const { tell } = observers;
	const login = { kind: "complete", login: { username: "solar", password: "irrelevant here" } } as const;
	const app = openApp({ parsed: parse(raw), login, folder: where, observers });
	running.push(app);
	return { app, told, tell, codes: () => told.map(({ code }) => code) };
}

/** Polls: for what another process or the event loop brings about. */
export async function until(what: string, so: () => boolean | Promise<boolean>, ms = 60_000): Promise<void> {
	const end = performance.timeOrigin + performance.now() + ms;
	while (!(await so())) {
		if (Date.now() > end + 1000) throw new Error(`Not within ${ms} ms: ${what}`);
		await pause(10);
	}
}
