import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { seconds } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { watchdog } from "#runtime/watchdog/watchdog.ts";
import { until } from "../../app/house.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "watchdog-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (file: string): string => {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return "";
	}
};

it("renews the heartbeat while the loop turns, and leaves it when it is closed", async () => {
	const heartbeat = join(folder, "heartbeat");
	const told: Notice[] = [];
	const tell = (notice: Notice) => void told.push(notice);
	const dog = watchdog({ period: seconds(1), env: { SOLAR_HEATING_HEARTBEAT: heartbeat }, tell });
	dog.turned();
	await until("there is a heartbeat", () => /^\d+\n$/.test(read(heartbeat)));
	const before = read(heartbeat);
	await until("it is another", () => read(heartbeat) !== before);
	await dog.close();
	expect(told).toEqual([]);
});

it("disturbs nothing where nobody listens and nothing can be written", async () => {
	const told: Notice[] = [];
	const env = { SOLAR_HEATING_HEARTBEAT: join(folder, "not", "there"), NOTIFY_SOCKET: join(folder, "nobody") };
	const dog = watchdog({ period: seconds(1), env, tell: (notice) => void told.push(notice) });
	for (let turn = 0; turn < 1000; turn++) dog.turned();
	await dog.close();
	expect(told).toEqual([]);
});
