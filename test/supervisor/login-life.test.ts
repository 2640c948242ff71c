import { beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Notice } from "#model/sentences/notice.ts";
import { type Access, type Answer, type LineState, LoginLife } from "#supervisor/login-life.ts";
import { finding, notice } from "../fakes/unworded.ts";

const A: Access = { host: "core-mosquitto", port: 1883, username: "addons", password: "first" };
const found = (access: Access): Answer => ({ access, notices: [], final: false });
const none = (code = "mqtt_service_not_enabled"): Answer => ({
	finding: finding("warning", code),
	notices: [notice("warning", code)],
	final: false,
});

/** A life whose world is played by hand: what is answered, how the connection goes, when time passes. */
class Play {
	answer: Answer = none();
	asked = 0;
	readonly waits: number[] = [];
	readonly told: Notice[] = [];
	readonly accepted: Access[] = [];
	readonly log: string[] = [];
	open = 0;
	mostOpen = 0;
	heard: (state: LineState) => void = () => undefined;
	#pending: (() => void) | undefined;
	#slow: Promise<void> | undefined;
	readonly life: LoginLife;

	constructor(answer: Answer) {
		this.answer = answer;
		this.life = new LoginLife({
			ask: async () => {
				this.asked += 1;
				await this.#slow;
				return this.answer;
			},
			open: (access, heard) => {
				this.open += 1;
				this.mostOpen = Math.max(this.mostOpen, this.open);
				this.heard = heard;
				this.log.push(
					`open ${access.host}:${access.port} ${access.tls ? "tls " : ""}${access.username}/${access.password}`,
				);
				return {
					renew: ({ username, password }) => void this.log.push(`renew ${username}/${password}`),
					close: async () => {
						await Promise.resolve();
						this.open -= 1;
						this.log.push("close");
					},
				};
			},
			accepted: (access) => void this.accepted.push(access),
			after: (wait, run) => {
				this.waits.push(wait);
				this.#pending = run;
				return () => {
					this.#pending = undefined;
				};
			},
			tell: (said) => void this.told.push(said),
		});
	}

	get waiting(): boolean {
		return this.#pending !== undefined;
	}
	/** Answers take until the function that comes back is called. */
	slow(): () => void {
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#slow = promise;
		return () => {
			this.#slow = undefined;
			resolve();
		};
	}
	async go(): Promise<void> {
		const run = this.#pending;
		this.#pending = undefined;
		run?.();
		await settled();
	}
	async becomes(state: LineState): Promise<void> {
		this.heard(state);
		await settled();
	}
}
const settled = () => new Promise((resolve) => setImmediate(resolve));
const playing = async (answer: Answer) => {
	const play = new Play(answer);
	await settled();
	return play;
};

describe("while nobody names a broker", () => {
	let play: Play;
	beforeEach(async () => {
		play = await playing(none());
	});

	it("nothing is opened, and it asks again soon, then less often, for ever and never a minute apart", async () => {
		for (let n = 0; n < 12; n += 1) await play.go();
		expect(play.waits.slice(0, 7)).toEqual([5, 10, 20, 40, 45, 45, 45]);
		expect(Math.max(...play.waits)).toBeLessThan(60);
		expect(play.asked).toBe(13);
		expect(play.log).toEqual([]);
	});

	it("says why, once for each change of why", async () => {
		await play.go();
		await play.go();
		expect(play.life.finding()?.code).toBe("mqtt_service_not_enabled");
		play.answer = none("mqtt_service_forbidden");
		await play.go();
		await play.go();
		play.answer = none();
		await play.go();
		expect(play.told.map((n) => n.code)).toEqual([
			"mqtt_service_not_enabled",
			"mqtt_service_forbidden",
			"mqtt_service_not_enabled",
		]);
	});

	it("opens as soon as one is named, and has nothing to complain of when that let it in", async () => {
		play.answer = found(A);
		await play.go();
		expect(play.log).toEqual(["open core-mosquitto:1883 addons/first"]);
		await play.becomes("connecting");
		await play.becomes("connected");
		expect(play.life.finding()).toBeUndefined();
		expect(play.accepted).toEqual([A]);
	});

	it("ends without a word when it is closed", async () => {
		await play.life.close();
		expect(play.waiting).toBe(false);
		expect(play.log).toEqual([]);
	});
});

describe("once connected", () => {
	let play: Play;
	beforeEach(async () => {
		play = await playing(found(A));
		await play.becomes("connected");
	});

	it("asks nobody", () => {
		expect(play.asked).toBe(1);
		expect(play.waiting).toBe(false);
	});

	// #asks-each-attempt-failed
	it("asks after each attempt that failed, before the next", async () => {
		await play.becomes("waiting");
		expect(play.asked).toBe(2);
		await play.becomes("connecting");
		await play.becomes("waiting");
		expect(play.asked).toBe(3);
		expect(play.log).toHaveLength(1);
	});

	it("asks by itself too, as a connection may wait for long", async () => {
		await play.becomes("waiting");
		await play.go();
		await play.go();
		expect(play.asked).toBe(4);
		expect(play.waits.slice(-3)).toEqual([5, 10, 20]);
	});

	test.each<readonly [string, Access, string]>([
		["password", { ...A, password: "second" }, "renew addons/second"],
		["user name", { ...A, username: "other" }, "renew other/first"],
	])("gives a changed %s to the connection that there is", async (_, changed, said) => {
		play.answer = found(changed);
		await play.becomes("waiting");
		expect(play.log.slice(1)).toEqual([said]);
		await play.becomes("connected");
		expect(play.accepted.at(-1)).toEqual(changed);
	});

	it("gives the same login to nobody twice", async () => {
		play.answer = found({ ...A, password: "second" });
		await play.becomes("waiting");
		await play.becomes("waiting");
		await play.go();
		expect(play.log.slice(1)).toEqual(["renew addons/second"]);
	});

	test.each<readonly [string, Access, string]>([
		["host", { ...A, host: "elsewhere" }, "open elsewhere:1883 addons/first"],
		["port", { ...A, port: 1884 }, "open core-mosquitto:1884 addons/first"],
		["TLS", { ...A, tls: {} }, "open core-mosquitto:1883 tls addons/first"],
		["certificate", { ...A, tls: { ca: "new" } }, "open core-mosquitto:1883 tls addons/first"],
	])("closes the old connection before it opens one for a changed %s", async (_, changed, said) => {
		play.answer = found(changed);
		await play.becomes("waiting");
		expect(play.log.slice(1)).toEqual(["close", said]);
		expect(play.mostOpen).toBe(1);
	});

	it("hears no more of a connection that was left", async () => {
		const old = play.heard;
		play.answer = found({ ...A, host: "elsewhere" });
		await play.becomes("waiting");
		const { asked } = play;
		old("waiting");
		old("connected");
		await settled();
		expect(play.asked).toBe(asked);
		expect(play.accepted).toEqual([A]);
	});

	it("keeps trying with the old login while nobody names a new one, and takes the new one when it comes", async () => {
		play.answer = none();
		await play.becomes("waiting");
		expect(play.life.finding()?.code).toBe("mqtt_service_not_enabled");
		expect(play.life.access()).toEqual(A);
		expect(play.log).toHaveLength(1);
		play.answer = found({ ...A, password: "second" });
		await play.go();
		expect(play.log.slice(1)).toEqual(["renew addons/second"]);
		expect(play.life.finding()).toBeUndefined();
	});

	it("is told once more of the same trouble after it was connected between", async () => {
		play.answer = none();
		await play.becomes("waiting");
		await play.becomes("connected");
		expect(play.life.finding()).toBeUndefined();
		await play.becomes("waiting");
		expect(play.told).toHaveLength(2);
	});

	it("asks once more, and not twice at once, when an attempt fails while it is asking", async () => {
		const end = play.slow();
		play.heard("waiting");
		play.heard("waiting");
		play.heard("waiting");
		await settled();
		expect(play.asked).toBe(2);
		end();
		await settled();
		expect(play.asked).toBe(3);
	});

	it("heeds no complaint that comes when it is connected again", async () => {
		play.answer = none();
		const end = play.slow();
		play.heard("waiting");
		play.heard("connected");
		end();
		await settled();
		expect(play.life.finding()).toBeUndefined();
		expect(play.told).toEqual([]);
		expect(play.waiting).toBe(false);
	});

	it("opens nothing when it was closed while asking", async () => {
		play.answer = found({ ...A, host: "elsewhere" });
		const end = play.slow();
		play.heard("waiting");
		await play.life.close();
		end();
		await settled();
		expect(play.log.slice(1)).toEqual(["close"]);
		expect(play.open).toBe(0);
	});
});

test("a login that cannot change is asked for at failures alone", async () => {
	const play = await playing({ ...found(A), final: true });
	await play.becomes("waiting");
	expect(play.waits).toEqual([]);
	expect(play.log).toHaveLength(1);
});
