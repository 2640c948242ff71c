import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";

const ROOT = join(import.meta.dirname, "../..");
const read = (name: string) => readFileSync(join(ROOT, "packaging/systemd", name), "utf8");
const NAMES = ["solar-heating-rotate", "solar-heating-broker-backup", "solar-heating-broker-tls"] as const;

describe("what systemd does at its times", () => {
	test.each(NAMES)("%s: service and timer are ones that systemd understands, with commands that there are", (name) => {
		const folder = mkdtempSync(join(tmpdir(), "timer-"));
		try {
			const units = [`${name}.service`, `${name}.timer`].map((unit) => join(folder, unit));
			// The programs that they name have to be there: here they are in this checkout.
			for (const unit of units)
				writeFileSync(unit, read(unit.slice(folder.length + 1)).replaceAll("/opt/solar-heating", ROOT));
			const said = execFileSync("systemd-analyze", ["verify", ...units], {
				encoding: "utf8",
				stdio: ["ignore", "pipe", "pipe"],
			});
			expect(said).toBe("");
		} finally {
			rmSync(folder, { recursive: true });
		}
	});

	test.each(NAMES)(
		"%s: a day on which the machine was off is made up for, and nothing is on unless turned on",
		(name) => {
			expect(read(`${name}.timer`)).toMatch(/^Persistent=true$/m);
			expect(read(`${name}.service`)).not.toMatch(/^\[Install\]$/m);
		},
	);

	// #changes-login-90-days
	it("changes the login after 90 days, with the options of the app", () => {
		expect(read("solar-heating-rotate.service")).toMatch(
			/^ExecStart=\S+ broker rotate --older-than 90d --options \/etc\/solar-heating\/options\.json$/m,
		);
		expect(read("solar-heating-rotate.timer")).toMatch(/^OnCalendar=daily$/m);
	});

	it("renews certificates that end soon, and touches no others", () => {
		expect(read("solar-heating-broker-tls.service")).toMatch(/^ExecStart=\S+ broker tls --renew$/m);
		expect(read("solar-heating-broker-tls.timer")).toMatch(/^OnCalendar=daily$/m);
	});

	it("tries the backup that it has just made", () => {
		const lines = read("solar-heating-broker-backup.service").match(/(?<=^ExecStart=\S+ ).*$/gm);
		expect(lines).toEqual(["broker backup", "broker backup --prove"]);
	});
});
