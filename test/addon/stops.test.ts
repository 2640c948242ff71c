import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { CANARY, type Installation, until } from "../e2e/installation.ts";
import { AT_REST, coils, controllerIn, pumps, rested, warmHouse } from "./house.ts";

/** ms. As Dockerfile says (S6_SERVICES_GRACETIME): after that s6 kills what still runs. Bench `stop` measures the time. */
const GRACE = 20_000;

describe("SIGTERM ends the container with code 0 before it would be killed, its outputs at rest,", () => {
	let house: Installation;
	beforeEach(async () => {
		house = await warmHouse();
	});
	afterEach(() => house.close());
	const running = async () => {
		house.start();
		await pumps(house);
	};

	it.each<[string, () => Promise<unknown>]>([
		[
			"as soon as its process is there",
			() => {
				house.board.coils[0] = true;
				house.start();
				return controllerIn(house);
			},
		],
		[
			"when it first speaks to the board",
			() => {
				house.board.coils[0] = true;
				house.start();
				return until("the board hears something", () => house.board.heard.length > 0);
			},
		],
		[
			"at its first turn",
			() => {
				house.start();
				return until("it has decided", () => house.board.take().includes("A0 01 01 A2"));
			},
		],
		["while it controls", running],
		[
			"while there is no broker",
			async () => {
				await house.broker.kill9();
				await running();
			},
		],
		[
			"while it stops already",
			async () => {
				await running();
				process.kill(await controllerIn(house), "SIGTERM");
			},
		],
		[
			"while it is stopped as a whole",
			async () => {
				await running();
				process.kill(await controllerIn(house), "SIGSTOP");
			},
		],
		[
			"while it waits after it died twice",
			async () => {
				let pid = 0;
				for (let death = 0; death < 2; death++) {
					await (death === 0 ? running() : pumps(house));
					pid = await controllerIn(house, pid);
					process.kill(pid, "SIGKILL");
					await rested(house, 60_000);
				}
				await until("it waits", () => house.log.includes("starts again in 2 s"));
			},
		],
	])("%s", async (_, state) => {
		await state();
		const { code, ms } = await house.end("SIGTERM");
		expect({ code, coils: coils(house) }).toEqual({ code: 0, coils: AT_REST });
		expect(ms).toBeLessThan(GRACE);
		expect(house.log).not.toContain(CANARY);
	});
});

describe("SIGTERM while the board is gone", () => {
	let house: Installation;
	beforeEach(async () => {
		house = await warmHouse();
		house.start();
		await pumps(house);
		house.board.unplug();
		await until("it is missed", () => house.log.includes("device_lost"));
	});
	afterEach(() => house.close());

	it("brings it to rest where it is back, and the app has not opened it again yet", async () => {
		house.board.plug();
		house.board.coils[0] = true;
		const { code, ms } = await house.end("SIGTERM");
		expect({ code, coils: coils(house) }).toEqual({ code: 0, coils: AT_REST });
		expect(ms).toBeLessThan(GRACE);
	});

	it("lets the supervisor try where it stays away, and says what is not known", async () => {
		const { code, ms } = await house.end("SIGTERM");
		expect(code).toBe(0);
		expect(ms).toBeLessThan(GRACE);
		expect(house.log).toContain("ended with code 1. Its outputs are driven to rest.");
		expect(house.log).toContain("Not every output is known to be at rest.");
	});
});

describe("a container that the Supervisor did not start", () => {
	it("says so, and what that means", async () => {
		const house = await warmHouse();
		try {
			house.start();
			await until("it says so", () => house.log.includes("No SUPERVISOR_TOKEN"));
			expect(house.log).toContain("have to stand in the options");
			await until("it answers", () => house.log.includes("page_served"));
			expect((await fetch("http://127.0.0.1:8099/healthz")).status).toBe(200);
			expect((await fetch("http://127.0.0.1:8099/")).status).toBe(401);
		} finally {
			await house.end("SIGTERM");
			await house.close();
		}
	});
});
