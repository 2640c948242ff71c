import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { linesOf } from "#broker/conf/lost.ts";

let dir: string;
beforeAll(() => {
	dir = mkdtempSync(join(tmpdir(), "lost-"));
});
afterAll(() => rmSync(dir, { recursive: true }));

const BEFORE = "listener 1883\r\nacl_file /rights\nconnection barn\naddress 192.0.2.7\n# words\nallow_anonymous true\n";

describe("What a change takes away", () => {
	test.each([
		["nothing", BEFORE, []],
		["a value that was to change", BEFORE.replace("true", "false"), []],
		["a listener", BEFORE.replace("listener 1883", "# listener 1883"), ["listener 1883"]],
		["a bridge", BEFORE.replace("connection barn\naddress 192.0.2.7\n", ""), ["connection barn", "address 192.0.2.7"]],
		["the file of rights", BEFORE.replace("/rights", "/others"), ["acl_file /rights"]],
		["everything", "", ["listener 1883", "acl_file /rights", "connection barn", "address 192.0.2.7"]],
		["only its place", `${BEFORE.replace("listener 1883\r\n", "")}listener 1883\n`, []],
	])("is seen: %s", async (_, after, lost) => {
		const path = join(dir, "mosquitto.conf");
		writeFileSync(path, BEFORE);
		const files = [{ path, bytes: Buffer.from(after), rights: { uid: 0, gid: 0, mode: 0o644 } }];
		expect((await linesOf(files, new Set([path]))).lost).toEqual(lost.map((line) => `${path}: ${line}`));
		expect((await linesOf(files, new Set())).lost).toEqual([]);
	});
});
