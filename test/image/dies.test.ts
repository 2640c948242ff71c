import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { podman } from "../e2e/container.ts";
import { CANARY, Installation, until } from "../e2e/installation.ts";
import { Viewer } from "../e2e/viewer.ts";
import { untilController, untilHealthy } from "./inside.ts";

const PUMP_OFF = "A0 01 00 A1";
const HEATER_OFF = "A0 02 01 A3";
/** More than the container may have, so that the kernel ends one of its processes. */
const TOO_MUCH = "head -c 400m /dev/zero | tail >/dev/null";

describe("a controller that dies in its container", () => {
	let house: Installation;
	let viewer: Viewer;
	const topic = (entity: string) => `${house.root}/${entity}`;
	const shows = (entity: string, payload: string) => viewer.newest(topic(entity)) === payload;
	const asBefore = () =>
		shows("pump", "ON") &&
		shows("heater", "ON") &&
		shows("heater_reason", "held_on") &&
		shows("solar_charging_start_at", "9");

	beforeAll(async () => {
		house = await Installation.open();
		viewer = new Viewer(house.broker);
		viewer.watch();
		house.collector(70);
		house.tank(50);
		house.start();
		await until("the pump runs", () => shows("pump", "ON"));
		await viewer.publish(topic("solar_charging_start_at/set"), "9");
		await viewer.publish(topic("heater/set"), "ON");
		await until("the heater is held on", asBefore);
	});
	afterAll(async () => {
		viewer.close();
		await house.close();
	});

	// #outputs-go-rest-comes
	it.each<[string, (pid: number) => unknown]>([
		["by kill -9", (pid) => process.kill(pid, "SIGKILL")],
		[
			"because the container's memory is used up",
			(pid) => {
				writeFileSync(`/proc/${pid}/oom_score_adj`, "1000");
				// The greedy one ends in the same way, a moment later.
				podman("exec", house.container, "sh", "-c", TOO_MUCH).catch(() => undefined);
			},
		],
		["because it hangs as a whole", (pid) => process.kill(pid, "SIGSTOP")],
	])(
		"%s: its outputs go to rest, it comes again, and stands as before",
		async (_, die) => {
			const pid = await untilController(house.container);
			house.board.take();
			viewer.seen.splice(0);
			const heard = new Set<string>();
			die(pid);
			await until("the outputs rest", () => {
				for (const frame of house.board.take()) heard.add(frame);
				return heard.has(PUMP_OFF) && heard.has(HEATER_OFF);
			});
			expect(await untilController(house.container, pid)).not.toBe(pid);
			await until("all is as before", asBefore);
			expect(house.board.coils.slice(0, 2)).toEqual([true, false]);
			await untilHealthy(house.container);
			expect(house.log).not.toContain(CANARY);
		},
		90_000,
	);
});
