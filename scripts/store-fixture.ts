import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { instant, percent } from "#model/quantities/units.ts";
import { sealBackup } from "#store/backup.ts";
import { DRAFT_FILE } from "#store/files/files.ts";
import { INSTALLATION_ID_FILE } from "#store/files/installation-id.ts";
import type { Saved } from "#store/saved.ts";
import { openStore } from "#store/store.ts";
import { VERSION } from "../src/app/version.ts";

/** Content of every release's file. Later releases may only add to it. */
export const KEPT_BY_EVERY_RELEASE: Saved = {
	overrides: [
		{ rule: "solar_charging", field: "start_at", value: 9, replaced: 8 },
		{ rule: "system", field: "mode", value: "off", replaced: "auto" },
	],
	memories: { boil_stop: { stopped: true }, manual: { holds: [{ output: "pump", want: 100, until: 5000 }] } },
	outputs: { pump: { wanted: percent(100), actual: percent(100), since: instant(4000) } },
	counters: { output_runs: { runs: { pump: { seconds: 86_400, starts: 12 } }, running: [], at: 4321 } },
	published: { "homeassistant/device/abcd2345/tank/config": { name: "Tank" } },
	running: instant(4321.5),
};

/** 2026-07-01 12:00 UTC, and the minute after. */
export const NOON = Date.UTC(2026, 6, 1, 12);

/** Writes a backup of this release, so that later releases can be tested with it. */
export async function writeFixture(to: string): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "store-fixture-"));
	try {
		writeFileSync(join(folder, INSTALLATION_ID_FILE), "abcd2345\n");
		const store = openStore(folder, () => undefined);
		const minute = NOON / 60_000;
		store.record(
			[
				{ kind: "switched", at: NOON, output: "pump", percent: 100 },
				{
					kind: "minute",
					minute,
					means: [
						["collector", 61.25],
						["tank", undefined],
					],
				},
				{
					kind: "minute",
					minute: minute + 1,
					means: [
						["collector", -12.5],
						["tank", 40.01],
					],
				},
			],
			30,
		);
		store.save(KEPT_BY_EVERY_RELEASE);
		const failed = await store.copy(join(folder, DRAFT_FILE));
		store.close();
		const flaw = failed ?? sealBackup(folder, to, { made: new Date(NOON).toISOString(), version: VERSION });
		if (flaw !== undefined) throw new Error(flaw);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

if (import.meta.main) {
	const folder = join(import.meta.dirname, "../test/fixtures/store");
	mkdirSync(folder, { recursive: true });
	await writeFixture(join(folder, `${VERSION}.db`));
}
