import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { restart } from "#app/own-options/restart.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { SelfAtSupervisor } from "../../fakes/supervisor/self.ts";
import { eventually } from "../../ha/eventually.ts";

let at: SelfAtSupervisor;
let told: Notice[];
let ended = 0;
beforeEach(async () => {
	at = await SelfAtSupervisor.start();
	told = [];
	ended = 0;
});
afterEach(() => at.close());

const ports = (env: Readonly<Record<string, string>>, inside: boolean) => ({
	env,
	supervisor: inside ? { url: at.url, token: at.token } : undefined,
	end: () => {
		ended += 1;
	},
	tell: (notice: Notice) => void told.push(notice),
	patience: 50,
});

describe("a restart", () => {
	it("is the Supervisor's in Home Assistant, and this process is not ended by itself", async () => {
		const restarting = await restart("Anna", ports({}, true));
		expect(restarting.kind).toBe("begun");
		if (restarting.kind === "begun") restarting.go();
		expect([at.restarts, ended, told[0]?.code]).toEqual([1, 0, "restart_asked"]);
	});

	test.each(["hangs", "breaks"] as const)(
		"has begun where the Supervisor %s, as it ends this process first",
		async (mood) => {
			at.moods.set("POST /addons/self/restart", mood);
			expect((await restart("Anna", ports({}, true))).kind).toBe("begun");
		},
	);

	it("has begun as soon as the Supervisor ends this process, which has an answer to give before", async () => {
		at.moods.set("POST /addons/self/restart", "hangs");
		const stopping = new AbortController();
		const restarting = restart("Anna", { ...ports({}, true), patience: 600_000, stopping: stopping.signal });
		stopping.abort();
		expect((await restarting).kind).toBe("begun");
	});

	it("is asked for later where a person has to get a page first, and the log is told where it is refused", async () => {
		at.moods.set("POST /addons/self/restart", { status: 500 });
		const restarting = await restart("Anna", { ...ports({}, true), patience: 600_000 }, true);
		expect(at.asked).toEqual([]);
		if (restarting.kind === "begun") restarting.go();
		await eventually(async () =>
			expect(told).toMatchObject([
				{ code: "restart_asked" },
				{ code: "restart_refused", facts: { cause: "HTTP 500" } },
			]),
		);
	});

	it("is told of where the Supervisor does not do it", async () => {
		at.moods.set("POST /addons/self/restart", { status: 403 });
		expect(await restart("Anna", ports({}, true))).toMatchObject({
			kind: "refused",
			problem: { remedy: { code: "restart_failed", facts: { cause: "HTTP 403" } } },
		});
	});

	test.each([{ NOTIFY_SOCKET: "/run/systemd/notify" }, { SOLAR_HEATING_HEARTBEAT: "/run/solar-heating/heartbeat" }])(
		"is an end where something starts the app again: %j",
		async (env) => {
			const restarting = await restart("Anna", ports(env, false));
			expect([restarting.kind, ended]).toEqual(["begun", 0]);
			if (restarting.kind === "begun") restarting.go();
			expect(ended).toBe(1);
		},
	);

	it("is left to the person where nothing would start it again", async () => {
		expect(await restart("Anna", ports({}, false))).toMatchObject({
			problem: { remedy: { code: "restart_yourself" } },
		});
		expect([ended, told]).toEqual([0, []]);
	});
});
