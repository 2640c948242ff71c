import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { FAULT_CODES } from "#model/plant/fault.ts";
import { FAILURES } from "#mqtt/failure.ts";
import { keysOf } from "#texts/say.ts";
import { addressed, publicAddress } from "../../../scripts/address.ts";
import { unexplained } from "../../../scripts/manual/entities.ts";

const ROOT = join(import.meta.dirname, "../../..");
const page = readFileSync(join(ROOT, "DOCS.md"), "utf8");
const part = (name: string) =>
	new RegExp(`<!-- ${name}: generated -->([^]*?)<!-- ${name}: end -->`).exec(page)?.[1] ?? "";
/** The cells of each row, without those of the head. */
const rows = (name: string) =>
	part(name)
		.split("\n")
		.filter((line) => line.startsWith("| `"))
		.map((line) =>
			line
				.split(/(?<!\\)\|/)
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);
const codes = (name: string) => rows(name).map(([code = ""]) => code.replaceAll("`", ""));

describe("the owner's manual", () => {
	test.each([
		["faults", FAULT_CODES],
		["findings", keysOf("finding")],
		["reasons", keysOf("reason")],
		["failures", Object.keys(FAILURES)],
	] as const)("tells of all %s, each with its meaning and what to do", (name, all) => {
		expect([...codes(name)].sort()).toEqual([...all].sort());
		expect(rows(name).filter((cells) => cells.some((cell) => cell === ""))).toEqual([]);
	});

	it("says of every entity what it shows", () => {
		expect(unexplained()).toEqual([]);
		expect(part("entities").split("\n").length).toBeGreaterThan(40);
	});

	it("says of every option what it does and what is allowed", () => {
		expect(rows("options").length).toBeGreaterThan(50);
		expect(rows("options").filter(([, name, does, allowed]) => !name || !does || !allowed)).toEqual([]);
	});

	it.each(["Installation", "Wiring", "The first hour", "Hardware", "Troubleshooting", "Security", "Backup"])(
		"has the chapter %s",
		(chapter) => {
			expect(page).toMatch(new RegExp(`^## ${chapter}`, "m"));
		},
	);

	it("ends with configuration, support and licence, and begins as Home Assistant wants it", () => {
		expect([...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title).slice(-3)).toEqual([
			...["Configuration", "Support", "Licence"],
		]);
		expect(page).toMatch(/^# Home Assistant App: Solar Heating\n/);
		expect(page.match(/formerly known as add-on/g)).toHaveLength(1);
	});

	it("installs by a button that names this repository, once its address is public", () => {
		const address = publicAddress(readFileSync(join(ROOT, "repository.yaml"), "utf8"));
		for (const text of [page, readFileSync(join(ROOT, "README.md"), "utf8")]) {
			expect(text).toContain("<!-- button -->");
			expect(addressed(text, address)).toBe(text);
		}
	});
});
