import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { CANARY, Installation, until } from "../e2e/installation.ts";
import { untilController, untilHealthy } from "./inside.ts";

/** The heater hangs on the normally closed contact. */
const AT_REST = [false, true];
/** ms. As Dockerfile says (S6_SERVICES_GRACETIME): after that s6 kills what still runs. Bench `stop` measures the time. */
const GRACE = 20_000;

// #sigterm-ends-container-code
describe("SIGTERM ends the container with code 0 before it would be killed, its outputs at rest", () => {
	let house: Installation;
	beforeEach(async () => {
		house = await Installation.open();
		house.collector(70);
		house.tank(50);
	});
	afterEach(() => house.close());
	const running = async () => {
		house.start();
		await until("the pump runs", () => house.board.coils[0] === true);
	};
	const set = (options: unknown) =>
		writeFileSync(join(house.folder, "options.json"), JSON.stringify(options), { mode: 0o600 });

	it.each<[string, () => Promise<unknown>]>([
		["while it controls", running],
		[
			"as soon as its process is there",
			() => {
				house.start();
				return untilController(house.container);
			},
		],
		[
			"while there is no broker",
			async () => {
				await house.broker.kill9();
				await running();
			},
		],
		[
			"while the broker hangs",
			async () => {
				await running();
				await until("it is connected", () => house.log.includes("MQTT Connection Successful"));
				house.broker.freeze();
			},
		],
		[
			"while the broker refuses it",
			async () => {
				house.broker.setUsers({ solar: "another", viewer: "viewer-pw" });
				await house.broker.hup();
				await running();
				await until("it is refused", () => house.log.includes("credentials-rejected"));
			},
		],
	])("%s", async (_, state) => {
		await state();
		house.board.take();
		const { code, ms } = await house.end("SIGTERM");
		expect({ code, coils: house.board.coils.slice(0, 2) }).toEqual({ code: 0, coils: AT_REST });
		expect(ms).toBeLessThan(GRACE);
		expect(house.log).not.toContain(CANARY);
	});

	it.each<[string, () => void]>([
		["with nothing configured", () => set({})],
		["with options that are wrong", () => set({ turn: 1000 })],
		["with its board unplugged", () => house.board.unplug()],
	])("%s too, where there is nothing to rest", async (_, state) => {
		state();
		house.start();
		await untilHealthy(house.container);
		const { code, ms } = await house.end("SIGTERM");
		expect(code).toBe(0);
		expect(ms).toBeLessThan(GRACE);
	});
});
