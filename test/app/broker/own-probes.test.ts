import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { ownProbes } from "#app/broker/own-probes.ts";
import { clientIdsIn } from "#broker/proofs/trying/own/own-logins.ts";

const AT = Date.parse("2026-11-25T02:34:56Z") / 1000;
let top: string;
beforeEach(() => {
	top = mkdtempSync(join(tmpdir(), "own-probes-"));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

test("strangers of the broker commands are known beside those of the app, each once", () => {
	const [app, broker, other] = ["app", "broker", "other"].map((name) => join(top, name)) as [string, string, string];
	const [audit, harden, nobody] = [app, broker, other].map((folder) => clientIdsIn(folder, () => new Date(AT * 1000)));
	const ids = [audit, harden, nobody].map((clientIds) => clientIds?.next() ?? "");
	const own = ownProbes(app, broker, join(top, "nowhere"));
	expect(ids.map((id) => own.client(id, AT))).toEqual([true, true, false]);
	expect(ids.map((id) => own.client(id, AT))).toEqual([false, false, false]);
	harden?.sent("x", "192.0.2.7:4000", "192.0.2.1:1883");
	expect([own.address("192.0.2.7", AT), own.address("192.0.2.7", AT)]).toEqual([true, false]);
	expect(existsSync(join(top, "nowhere"))).toBe(false);
});
