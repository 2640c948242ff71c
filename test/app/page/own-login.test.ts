import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { ownLogin } from "#app/page/own-login.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { FIRST_PASSWORD_FILE, PAGE_PASSWORD_FILE } from "#store/files/files.ts";
import { firstPassword, keepHash } from "#store/files/page-password.ts";
import { hashOf } from "#store/files/password-hash.ts";

const OWN = "a-long-one-of-my-own";
const MADE = /^[A-Za-z0-9_-]{22}$/;

let root: string;
let folder: string;
let told: Notice[];
let secrets: string[];
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "own-login-"));
	folder = root;
	told = [];
	secrets = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
/** Cheap ones: what is proven here is the same. */
const COST = { ln: 10, r: 8, p: 1 };
/** Once its password is hashed. */
const opened = async () => {
	const login = ownLogin(folder, { secrets, cost: COST, tell: (said) => void told.push(said) });
	await login?.isPassword("");
	return login;
};
const file = () => join(folder, PAGE_PASSWORD_FILE);
const saved = () => readFileSync(file(), "utf8");
const codes = () => told.map(({ code }) => code);
/** As an owner or an older version wrote it. */
const wrote = (text: string, mode = 0o600) => {
	writeFileSync(file(), text);
	chmodSync(file(), mode);
};

describe("the page's password", () => {
	it("is tried again at the next login where it could not be hashed, and the log says why", async () => {
		wrote(OWN);
		// scrypt refuses this cost, as it refuses any where memory lacks.
		const cost = { ln: 10, r: 8, p: 1 };
		const login = ownLogin(folder, {
			secrets,
			cost: Object.assign(cost, { ln: 0 }),
			tell: (said) => void told.push(said),
		});
		expect(await login?.isPassword(OWN)).toBe(false);
		expect(codes()).toContain("page_password_not_computed");
		cost.ln = 10;
		expect(await login?.isPassword(OWN)).toBe(true);
		expect(saved()).toContain("$scrypt$ln=10");
	});

	it("is made once, of 128 bits of chance, and then the same at every start", async () => {
		const first = await opened();
		const made = firstPassword(folder) ?? "none";
		expect(made).toMatch(MADE);
		expect(told.map(({ code, facts }) => [code, facts["why"]])).toEqual([["page_password_made", "absent"]]);
		const second = await opened();
		expect([await first?.isPassword(made), await second?.isPassword(made)]).toEqual([true, true]);
		expect(second?.mark()).toBe(first?.mark());
		expect(codes()).toHaveLength(1);
	});

	it("is on the disk as a hash; what the app made can be read by its owner alone, until the first login", async () => {
		const login = await opened();
		const made = firstPassword(folder) ?? "none";
		for (const name of [PAGE_PASSWORD_FILE, FIRST_PASSWORD_FILE])
			expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
		expect(saved()).not.toContain(made);
		expect(secrets).toContain(made);
		expect(JSON.stringify(told)).not.toContain(made);
		login?.entered?.();
		expect(readdirSync(folder)).toEqual([PAGE_PASSWORD_FILE]);
		expect(await login?.isPassword(made)).toBe(true);
	});

	// #plain-becomes-a-hash
	test.each([OWN, `${OWN}\n`, `\uFEFF${OWN}\r\n`, "with spaces in it", "pässwörter-åäö-日本語のパス"])(
		"in plain text (%j) becomes a hash, and goes on counting",
		async (text) => {
			wrote(text);
			const login = await opened();
			const password = text.replace("\uFEFF", "").trim();
			expect(saved()).toMatch(/^# .*\n\$scrypt\$ln=10,r=8,p=1\$\S+\n$/);
			expect(saved()).not.toContain(password);
			expect(statSync(file()).mode & 0o777).toBe(0o600);
			expect(await login?.isPassword(password)).toBe(true);
			expect(await login?.isPassword(`${password}x`)).toBe(false);
			expect(codes()).toEqual(["page_password_hashed"]);
			expect(existsSync(join(folder, FIRST_PASSWORD_FILE))).toBe(false);
			// Also at the next start, and no incomplete file stays behind.
			expect(await (await opened())?.isPassword(password)).toBe(true);
			expect(codes()).toHaveLength(1);
			expect(readdirSync(folder)).toEqual([PAGE_PASSWORD_FILE]);
		},
	);

	it("in plain text counts also where the file cannot be written, which is told with its remedy", async () => {
		// The name of the file fits, that of a new one beside it does not.
		while (folder.length < 3800) folder = join(folder, "d".repeat(200));
		folder = join(folder, "d".repeat(4095 - "/page-password".length - folder.length - 1));
		mkdirSync(folder, { recursive: true });
		wrote(OWN);
		const login = await opened();
		expect([await login?.isPassword(OWN), await login?.isPassword("another one")]).toEqual([true, false]);
		expect(saved()).toBe(OWN);
		expect(told.map(({ level, code, facts }) => [level, code, facts])).toEqual([
			["warning", "page_password_not_hashed", { file: file(), cause: "ENAMETOOLONG" }],
		]);
	});

	// #others-could-read-counts
	test.each([0o640, 0o604, 0o660, 0o644])(
		"that others could read (%o) counts as lost, and is replaced",
		async (mode) => {
			wrote(OWN, mode);
			const login = await opened();
			expect([await login?.isPassword(OWN), firstPassword(folder)]).toEqual([false, expect.stringMatching(MADE)]);
			expect(statSync(file()).mode & 0o777).toBe(0o600);
			expect(told.map(({ code, facts }) => [code, facts["file"]])).toEqual([
				["page_password_exposed", file()],
				["page_password_made", file()],
			]);
		},
	);

	test.each([
		"",
		"short",
		"with\nline breaks in it",
		"\0\0\0\0\0\0\0\0\0\0\0\0",
		"x".repeat(201),
		"x".repeat(100_000),
		"$scrypt$ln=14,r=8,p=5$broken",
	])(
		"that is %j is none, and replaced; the log says the path, the reason and what to do, and not what it was",
		async (text) => {
			wrote(text);
			const login = await opened();
			const first = firstPassword(folder) ?? "none";
			expect([first, await login?.isPassword(first)]).toEqual([expect.stringMatching(MADE), true]);
			expect(told.map(({ code, facts }) => [code, facts["file"]])).toEqual([
				["page_password_unusable", file()],
				["page_password_made", file()],
			]);
			if (text.length > 4) expect(JSON.stringify(told)).not.toContain(text);
		},
	);

	it("is not read through a link, nor written through one", async () => {
		const other = join(folder, "other");
		writeFileSync(other, "somebody-else's-file", { mode: 0o600 });
		symlinkSync(other, file());
		const login = await opened();
		expect(await login?.isPassword("somebody-else's-file")).toBe(false);
		expect(readFileSync(other, "utf8")).toBe("somebody-else's-file");
		expect(statSync(file()).mode & 0o777).toBe(0o600);
	});

	it("is none where it cannot be kept: better no page than one whose password nobody can look up", async () => {
		mkdirSync(`${file()}/full`, { recursive: true });
		expect(await opened()).toBeUndefined();
		expect(told.map(({ level, code }) => [level, code])).toEqual([["error", "page_password_not_kept"]]);
		expect(existsSync(join(folder, FIRST_PASSWORD_FILE))).toBe(false);
	});
});

describe("a password that is changed while the page runs", () => {
	it("counts at once, the old one no more, and everything that began with it has another mark", async () => {
		wrote(OWN);
		const login = await opened();
		const before = login?.mark();
		keepHash(folder, await hashOf("another password", COST));
		expect([await login?.isPassword(OWN), await login?.isPassword("another password")]).toEqual([false, true]);
		expect(login?.mark()).not.toBe(before);
	});

	it("is the one that was set last, also while the one before is being hashed", async () => {
		wrote(OWN);
		const login = ownLogin(folder, { secrets, cost: COST, tell: (said) => void told.push(said) });
		keepHash(folder, await hashOf("another password", COST));
		expect([await login?.isPassword(OWN), await login?.isPassword("another password")]).toEqual([false, true]);
		expect(await (await opened())?.isPassword("another password")).toBe(true);
	});

	it("may be written by hand, and becomes a hash as at the start", async () => {
		const login = await opened();
		wrote("written by hand");
		expect(await login?.isPassword("written by hand")).toBe(true);
		expect(saved()).not.toContain("written by hand");
		expect(codes()).toContain("page_password_hashed");
		// What the app made does not count any more, so nobody is told it.
		expect(firstPassword(folder)).toBeUndefined();
	});

	test.each([
		["removed", () => rmSync(file()), []],
		["emptied", () => writeFileSync(file(), ""), ["page_password_ignored"]],
		["opened to others", () => chmodSync(file(), 0o644), ["page_password_ignored"]],
	] as const)("to none (the file is %s) stays the old one, and that is told once", async (_, change, expected) => {
		wrote(OWN);
		const login = await opened();
		const [mark, before] = [login?.mark(), codes().length];
		change();
		expect([await login?.isPassword(OWN), login?.mark()]).toEqual([true, mark]);
		expect(codes().slice(before)).toEqual(expected);
	});
});

it("tells nothing of the hash either", async () => {
	wrote(OWN);
	const login = await opened();
	const [, line = ""] = saved().split("\n");
	expect(secrets).toContain(line);
	expect(JSON.stringify([told, login?.mark()])).not.toContain(line);
});
