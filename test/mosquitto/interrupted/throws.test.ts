import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { debian } from "../machine/debian.ts";

const MAIN = join(import.meta.dirname, "../../../src/main.ts");
const SCRIPT = join(import.meta.dirname, "throws.ts");

interface Thrown {
	readonly name: string;
	readonly step: string;
	/** Its exit code, or what it threw. */
	readonly ended: unknown;
	readonly files: "old" | "new" | "neither";
	/** The files that it writes for people. */
	readonly given: "old" | "new" | "neither";
	/** The running broker does what these files say. */
	readonly lives: boolean;
	readonly user: "absent" | "known" | "lost";
	/** Called again, it did what it should. */
	readonly fine: boolean;
	readonly left: readonly string[];
	readonly said: string;
}

/** Each on a machine of its own, at once: most of it is waiting. */
const GROUPS = [
	["harden", "user add", "rotate, broken off", "backup", "fail2ban --write"],
	["user add --json", "user add --password-to", "acl --write", "any, after a power cut"],
	["tls", "user remove", "rollback"],
	["acl --apply", "tls --renew", "tls --only", "rotate"],
];

async function thrownIn(names: readonly string[]): Promise<readonly Thrown[]> {
	const machine = await debian("system");
	try {
		mkdirSync(machine.data, { mode: 0o700 });
		const { code, out, err } = await machine.run(process.execPath, SCRIPT, machine.restartWith, machine.data, ...names);
		expect({ code, err }).toEqual({ code: 0, err: "" });
		return out.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
	} finally {
		await machine.close();
	}
}

describe("every command that changes a broker, with an exception at each of its steps", () => {
	// #thrown-at-every-step
	test("leaves everything old, or new and proven; no password is lost, and the next call works", async () => {
		const all = (await Promise.all(GROUPS.map(thrownIn))).flat();
		const names = new Set(all.map(({ name }) => name));
		console.log(`${all.length} pairs of command and step, of ${names.size} commands`);
		expect(names.size).toBe(16);
		expect(all.length).toBeGreaterThan(250);
		const points = all.map(({ step }) => step).join("\n");
		for (const port of ["plan", "begin", "try", "activate", "prove", "hand", "end", "prune", "report", "trail"])
			expect(points).toContain(`before ${port}`);
		const wrong = all.filter(
			({ ended, files, given, lives, user, fine, left }) =>
				![0, 1, 2].includes(Number(ended)) ||
				files === "neither" ||
				given === "neither" ||
				!lives ||
				user === "lost" ||
				!fine ||
				left.length > 0,
		);
		expect(wrong).toEqual([]);
		// Where it says that all went well, it did.
		expect(all.filter(({ ended, files, name }) => ended === 0 && files === "old" && !STAYS.has(name))).toEqual([]);
		expect(all.filter(({ name, files, given }) => name === "tls" && files !== given)).toEqual([]);
		expect(all.filter(({ files, user, said }) => files === "old" && user === "absent" && said === "")).toEqual([]);
	}, 1_800_000);

	// #password-unseen-taken-back
	test.each([
		["a full disk", "> /dev/full", "ENOSPC"],
		["a full disk, for scripts", "--json > /dev/full", "ENOSPC"],
		["a pipe that nobody reads", "| true", "EPIPE"],
	])(
		"a password that goes to %s was seen by nobody: the user is not there",
		async (_, where, cause) => {
			const machine = await debian("system");
			try {
				await machine.startBroker();
				expect(await machine.cli("broker", "harden", "--restart-with", machine.restartWith)).toMatchObject({ code: 0 });
				const command = `"${process.execPath}" "${MAIN}" broker user add x --restart-with ${machine.restartWith} ${where}`;
				const { err } = await machine.run("sh", "-c", command);
				expect(err).toContain(`could not be shown (${cause})`);
				expect(err).toContain("Everything is as before");
				expect(machine.read("/etc/mosquitto/passwd")).toBe("");
			} finally {
				await machine.close();
			}
		},
		120_000,
	);
});

/** They write none of the broker's files. */
const STAYS: ReadonlySet<string> = new Set(["backup", "acl --write", "fail2ban --write", "rotate, broken off"]);
