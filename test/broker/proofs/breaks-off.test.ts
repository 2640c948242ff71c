import { afterEach, describe, expect, it } from "@jest/globals";
import { findingOf, scoreOf, verdictOf } from "#broker/proofs/findings.ts";
import { PROOFS } from "#broker/proofs/index.ts";
import { openBroker } from "#demo/broker/broker.ts";
import { rightsIn } from "#demo/broker/rights.ts";
import { ACL, asked, PASSWORD, type Read, steps, USER } from "./ask.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

/** A broker that speaks only MQTT 3.1.1 and ends the connection at a message that it denies, which 3.3.5 of it allows. */
async function proved(rights: string): Promise<readonly Read[]> {
	const opened = await openBroker(0, [{ username: USER, password: PASSWORD, rights: rightsIn(rights) }]);
	if (opened.kind !== "open") throw new Error(opened.why);
	closing.push(opened.broker.close);
	return steps(asked({ port: opened.broker.port }));
}
const stepOf = (all: readonly Read[], id: string) => all.find((one) => one.id === id);

describe("a broker that ends the connection at each message that it denies", () => {
	it("is known to deny them, and nobody is called", async () => {
		const all = await proved(ACL);
		expect(stepOf(all, "acl_write_escape")).toMatchObject({
			status: "ok",
			class: "ok",
			message: expect.stringContaining("It ended the connection at each of them, and at none that the app needs."),
		});
		expect(stepOf(all, "acl_read_escape")).toMatchObject({ status: "ok", class: "ok" });
	}, 60_000);

	it("is known to allow those of them that it accepts", async () => {
		const all = await proved(`${ACL}\ntopic write homeassistant/#`);
		expect(stepOf(all, "acl_write_escape")).toMatchObject({
			status: "fail",
			class: "acl-too-wide",
			message: expect.stringMatching(/homeassistant\/authcheck_\w+\/x, homeassistant\/device/),
		});
	}, 60_000);
});

describe("a proof whose connection breaks", () => {
	const broken = {
		id: "acl_write_escape",
		status: "fail",
		class: "dropped",
		message: [],
		remedy: [],
		facts: {},
	} as const;
	it("shows nothing about the broker: half of its cost, a warning, no alarm", () => {
		expect(verdictOf(broken)).toBe("unknown");
		expect(findingOf(broken, "2026-01-01T00:00:00Z").severity).toBe("warning");
		expect(scoreOf(PROOFS, [broken])).toBe(93);
	});
});
