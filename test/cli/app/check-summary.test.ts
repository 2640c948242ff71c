import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import type { Class, Context } from "#broker/proofs/proof.ts";
import type { Step } from "#broker/proofs/prove.ts";
import { summary } from "#cli/app/check/summary.ts";
import { spoken } from "#texts/say.ts";
import { asked } from "../../broker/proofs/ask.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "check-summary-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const step = (id: string, class_: Class = "ok", status: Step["status"] = "ok"): Step => ({
	id,
	status,
	class: class_,
	message: [],
	remedy: [],
	facts: {},
});
const GOOD = [step("login"), step("anonymous_refused"), step("acl_write_escape", "acl-absent")];
/** What an owner reads, with a configuration of this machine's broker, or without one. */
const said = (context: Context, conf?: string, steps: readonly Step[] = GOOD) => {
	const config = join(folder, "mosquitto.conf");
	if (conf !== undefined) writeFileSync(config, conf);
	return spoken("en", summary(steps, context, config)).replaceAll(config, "<conf>");
};
const CLAIM =
	"All in order: MQTT connection successful with authentication, and the broker rejects all other clients at ";

describe("the last sentence of `check`", () => {
	it("claims nothing of listeners that nobody knows of here", () => {
		expect(said(asked({ port: 1883 }))).toBe(
			`${CLAIM}127.0.0.1:1883; whether it has other listeners is not known here, and none was tried. To know: see acl_write_escape.`,
		);
		// That is the configuration of another broker.
		expect(said(asked({ port: 1884 }), "listener 1883\n")).toContain("is not known here");
		expect(said(asked({ port: 1883, host: "192.0.2.7" }), "listener 1883\nlistener 9001\n")).toContain("not known");
	});

	it("names the listeners of this machine that were not tried", () => {
		const conf =
			"listener 1883\nlistener 9001\nprotocol websockets\nlistener 8883 127.0.0.2\ncertfile x\nlistener 0 /run/m.sock\n";
		const context = asked({ port: 1883 });
		expect(said(context, conf)).toBe(
			`${CLAIM}127.0.0.1:1883; of its other listeners these were not tried: 127.0.0.1:9001/websockets, 127.0.0.2:8883/tls, /run/m.sock. To know: see acl_write_escape.`,
		);
		const told = [
			{ host: "127.0.0.1", port: 9001, tls: false, websocket: {} },
			{ host: "127.0.0.2", port: 8883, tls: true },
		];
		expect(said({ ...context, listeners: told }, conf)).toBe(
			`${CLAIM}127.0.0.1:1883, 127.0.0.1:9001/websockets, 127.0.0.2:8883/tls; of its other listeners these were not tried: /run/m.sock. To know: see acl_write_escape.`,
		);
	});

	it("says that there is no other one where the configuration says so", () => {
		expect(said(asked({ port: 1883, host: "localhost" }), "listener 1883\n")).toContain(
			"localhost:1883, and <conf> names no other listener.",
		);
	});

	test.each<Class>(["denial-invisible", "not-proven"])("is not “All in order” where a step is %s", (class_) => {
		const text = said(asked({ port: 1883 }), undefined, [...GOOD, step("publish", class_)]);
		expect(text).toMatch(/^No step fails at 127\.0\.0\.1:1883, but not all is proven: .*: publish\. To know: /);
		expect(text).not.toContain("All in order");
	});

	it("begins with what fails", () => {
		const steps = [...GOOD, step("anonymous_refused@x:1", "anonymous-allowed", "fail")];
		expect(said(asked({ port: 1883 }), undefined, steps)).toContain("anonymous_refused@x:1");
	});
});
