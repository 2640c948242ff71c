import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { noteVisit, OWN_VISIT_FILE, visitedJustNow } from "#broker/proofs/trying/own/own-visits.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "own-visits-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("remembers a login in our own name for ten seconds, and renews the note", () => {
	expect(visitedJustNow(folder)).toBe(false);
	for (let n = 0; n < 2; n += 1) noteVisit(folder, new Date());
	const path = join(folder, OWN_VISIT_FILE);
	const { mtimeMs, mode } = statSync(path);
	expect(mode & 0o777).toBe(0o600);
	const after = (seconds: number) => visitedJustNow(folder, () => mtimeMs + seconds * 1000);
	expect([0, 9.9, 10.1].map(after)).toEqual([true, true, false]);
});

it("costs nothing where the folder is not there", () => {
	noteVisit(join(folder, "gone"), new Date());
	expect(visitedJustNow(join(folder, "gone"))).toBe(false);
});
