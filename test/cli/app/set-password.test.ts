import { chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { main } from "#cli/program.ts";
import { isPasswordOf } from "#store/files/password-hash.ts";
import { CANARY, Desk } from "../desk.ts";

let desk: Desk;
beforeEach(() => {
	desk = new Desk();
	mkdirSync(desk.data, { recursive: true });
});
afterEach(() => desk.clear());

const file = () => join(desk.data, "page-password");
/** What is sent to the command, or typed where it is a terminal. */
async function sets(sent: string, terminal = false, data = desk.data): Promise<number> {
	const input = Object.assign(new PassThrough(), { isTTY: terminal });
	input.end(sent);
	return main({ ...desk.machine(), in: input, argv: ["page", "set-password", "--data", data] });
}

describe("`page set-password`", () => {
	it.each([`${CANARY}\n`, CANARY, `${CANARY}\r\n`, `\uFEFF${CANARY}\nand more lines\n`])(
		"takes the first line of the standard input (%j), and keeps its hash",
		async (sent) => {
			writeFileSync(join(desk.data, "page-first-password"), "made by the app\n", { mode: 0o600 });
			expect(await sets(sent)).toBe(0);
			const [, line = ""] = readFileSync(file(), "utf8").split("\n");
			expect(await isPasswordOf(line, CANARY)).toBe(true);
			expect(statSync(file()).mode & 0o777).toBe(0o600);
			expect(existsSync(join(desk.data, "page-first-password"))).toBe(false);
			expect(desk.out).toBe("The password is changed and counts at once. Everybody has to log in to the page again.\n");
			expect(desk.out + desk.err).not.toContain(CANARY);
		},
	);

	it("asks twice at a terminal, and shows nothing of what is typed", async () => {
		expect(await sets(`${CANARY}\r${CANARY}\r`, true)).toBe(0);
		expect(desk.err).toBe("New password of the page (at least 12 characters): \nThe same once more: \n");
		expect(await sets(`${CANARY}\r${CANARY}x\r`, true)).toBe(1);
		expect(desk.err).toContain("not the same");
		expect(desk.out + desk.err).not.toContain(CANARY);
	});

	test.each([
		["", 2, "No password came."],
		["\n", 1, "at least 12 characters"],
		["short\n", 1, "at least 12 characters"],
		["x".repeat(201), 1, "200 characters at most"],
		[` ${CANARY}`, 1, "a space at an end"],
		["with\ta control character", 1, "a control character"],
	])("refuses %j, changes nothing and says why", async (sent, code, why) => {
		writeFileSync(file(), "the one that was there before\n", { mode: 0o600 });
		expect(await sets(sent)).toBe(code);
		expect(desk.err).toContain(why);
		expect(readFileSync(file(), "utf8")).toBe("the one that was there before\n");
	});

	it("says so where the file cannot be written", async () => {
		writeFileSync(join(desk.data, "a-file"), "");
		expect(await sets(CANARY, false, join(desk.data, "a-file"))).toBe(1);
		expect(desk.err).toMatch(/^.*a-file\/page-password cannot be written \(\w+\), so nothing was changed\./);
	});

	it("leaves the file to the app's user, also where root runs it", async () => {
		if (process.getuid?.() !== 0) return;
		chownSync(desk.data, 65534, 65534);
		expect(await sets(CANARY)).toBe(0);
		const { uid, gid, mode } = statSync(file());
		expect([uid, gid, mode & 0o777]).toEqual([65534, 65534, 0o600]);
	});

	it("is never given as an argument", async () => {
		const code = await main({ ...desk.machine(), argv: ["page", "set-password", CANARY, "--data", desk.data] });
		expect([code, existsSync(file())]).toEqual([2, false]);
	});

	it.each([
		["sv", "Lösenordet är ändrat"],
		["de", "Das Passwort ist geändert"],
	])("speaks as the terminal does: %s", async (LANG, said) => {
		desk.env = { ...desk.env, LANG };
		expect(await sets(CANARY)).toBe(0);
		expect(desk.out).toContain(said);
	});
});
