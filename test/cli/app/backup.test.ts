import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { join, matchesGlob } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { parse } from "yaml";
import { run } from "#app/run.ts";
import { backup } from "#cli/app/data/backup.ts";
import { restore } from "#cli/app/data/restore.ts";
import { main } from "#cli/program.ts";
import { seconds } from "#model/quantities/units.ts";
import { askControl, CONTROL_SOCKET } from "#runtime/socket/ask-control.ts";
import { BACKUP_FILE, DRAFT_FILE, STORE_FILE } from "#store/files/files.ts";
import { openStore } from "#store/store.ts";
import { board, cleared, PLANT, until } from "../../app/house.ts";
import { CANARY, Desk } from "../desk.ts";

interface Manifest {
	readonly backup_pre: string;
	readonly backup_post: string;
	readonly backup_exclude: readonly string[];
}

let desk: Desk;
let going: Promise<number>[];
beforeEach(() => {
	desk = new Desk();
	going = [];
	board();
});
afterEach(async () => {
	desk.stop();
	await Promise.all(going);
	await cleared();
	desk.clear();
});

interface Seen {
	readonly findings: readonly { readonly code: string; readonly facts: Readonly<Record<string, unknown>> }[];
}
const snapshot = async (): Promise<Seen | undefined> => {
	const asked = await askControl(desk.data, "snapshot", undefined, seconds(5));
	return asked.kind === "answer" ? (asked.value as Seen) : undefined;
};
const start = async (options: unknown = PLANT): Promise<void> => {
	const flags = { options: desk.file("solar.json", options), data: desk.data, httpPort: 0, httpHost: "127.0.0.1" };
	going.push(run(desk.machine(), { ...flags, speed: 1 }));
	await until("it turns", async () => (await snapshot()) !== undefined);
};
const stopped = async (): Promise<void> => {
	desk.stop();
	expect(await Promise.all(going)).toEqual(going.map(() => 0));
};
const flags = () => ({ data: desk.data });
const commanded = (file?: string, more = {}) => backup(desk.machine(), file, { ...flags(), ...more }, seconds(5));
const hold = { kind: "mode", mode: "off" } as const;
const kept = (folder = desk.data) => {
	const store = openStore(folder, () => undefined);
	const { overrides } = store.load();
	store.close();
	return overrides;
};
const off = [{ rule: "system", field: "mode", value: "off", replaced: "auto" }];

describe("`backup FILE`", () => {
	it("beside a running controller has its settings, and a restore brings them back", async () => {
		await start();
		await askControl(desk.data, "rest", undefined, seconds(5));
		expect(await commanded("a.backup")).toBe(0);
		expect(desk.out).toMatch(/a\.backup: \d+ kB, verified\./);
		expect(desk.lines().map(({ code }) => code)).toContain("backup_made");
		await stopped();
		const store = openStore(desk.data, () => undefined);
		store.save({ overrides: [] });
		store.close();
		expect(await restore(desk.machine(), "a.backup", flags())).toBe(0);
		expect(desk.out).toContain(`The previous data are kept as ${STORE_FILE}.before-restore-1.`);
		expect(kept()).toEqual(off);
		await start();
		expect(await snapshot()).toMatchObject({ mode: hold.mode });
	});

	it("where none runs reads the database itself, and as JSON says where the backup is", async () => {
		const store = openStore(desk.data, () => undefined);
		store.save({ mode: "off" });
		store.close();
		expect(await commanded("a.backup", { json: true })).toBe(0);
		expect(desk.lines()).toMatchObject([{ ok: true, file: join(desk.folder, "a.backup") }]);
	});

	// #holds-password
	it("holds no password", async () => {
		await start({ ...PLANT, mqtt: { host: "127.0.0.1", port: 1, username: "solar", password: CANARY } });
		expect(await commanded("a.backup")).toBe(0);
		expect(readFileSync(join(desk.folder, "a.backup")).includes(CANARY)).toBe(false);
	});

	test.each<[string, string, string | undefined, object]>([
		["neither a file nor --prepare", "Name the file", undefined, {}],
		["a file and --prepare", "Name the file", "a", { prepare: true }],
		["--prepare and --finish", "Name the file", undefined, { prepare: true, finish: true }],
	])("with %s ends with 2, and says what to give", async (_, says, file, more) => {
		expect(await commanded(file, more)).toBe(2);
		expect(desk.err).toContain(says);
	});

	it.each([
		["sv", "i ", " finns ännu inget att säkerhetskopiera.", "mappen för a.backup finns inte", "kB, kontrollerad."],
		["de", "in ", " gibt es noch nichts zu sichern.", "den Ordner für a.backup gibt es nicht", "kB, geprüft."],
	])("speaks as the terminal does: %s", async (LANG, before, after, no_folder, done) => {
		desk.env = { ...desk.env, LANG };
		expect(await commanded("a.backup")).toBe(1);
		expect(desk.err).toContain(`: ${before}${desk.data}${after}\n`);
		openStore(desk.data, () => undefined).close();
		expect(await commanded("no/such/a.backup")).toBe(1);
		expect(desk.err).toContain(no_folder);
		expect(await commanded("a.backup")).toBe(0);
		expect(desk.out).toContain(done);
	});

	it("of a folder with nothing in it ends with 1 and says so", async () => {
		expect(await commanded("a.backup")).toBe(1);
		expect(desk.err).toContain("there is nothing to back up");
	});

	it("into a folder that is not there ends with 1 and says so", async () => {
		await start();
		expect(await commanded("no/such/a.backup")).toBe(1);
		expect(desk.err).toContain("there is no folder");
		const failed = async () => (await snapshot())?.findings.find(({ code }) => code === "backup_failed");
		await until("it is shown", async () => (await failed()) !== undefined);
		expect((await failed())?.facts).toMatchObject({ cause: "ENOENT" });
		expect(await commanded("a.backup")).toBe(0);
		await until("it is shown no more", async () => (await failed()) === undefined);
	});

	it("that finds a controller that hangs gives up in good time, with 1", async () => {
		mkdirSync(desk.data, { recursive: true });
		const met: Socket[] = [];
		const mute = createServer((socket) => met.push(socket)).listen(join(desk.data, CONTROL_SOCKET));
		expect(await backup(desk.machine(), "a.backup", flags(), seconds(0.1))).toBe(1);
		expect(desk.err).toContain("no answer within");
		for (const socket of met) socket.destroy();
		await new Promise((done) => mute.close(done));
	});
});

describe("a backup of Home Assistant", () => {
	it("finds a copy that is whole between --prepare and --finish, and nothing of it before and after", async () => {
		await start();
		const there = () => readdirSync(desk.data).filter((name) => name.startsWith(BACKUP_FILE));
		expect(there()).toEqual([]);
		expect(await commanded(undefined, { prepare: true })).toBe(0);
		expect(there()).toEqual([BACKUP_FILE]);
		expect(await commanded(undefined, { finish: true })).toBe(0);
		expect(await commanded(undefined, { finish: true })).toBe(0);
		expect(there()).toEqual([]);
	});

	it("runs what config.yaml names, and leaves out nothing that a restore needs", async () => {
		await start();
		const manifest: Manifest = parse(readFileSync(join(import.meta.dirname, "../../../config.yaml"), "utf8"));
		const called = (line: string) => {
			const [program, ...argv] = line.replace("/data", desk.data).split(" ");
			expect(program).toBe("solar-heating");
			return main({ ...desk.machine(), argv });
		};
		expect(await called(manifest.backup_pre)).toBe(0);
		const leftOut = (name: string) =>
			manifest.backup_exclude.some((glob) => matchesGlob(`/x/data/${name}`, `**/${glob}`));
		const taken = readdirSync(desk.data).filter((name) => !leftOut(name));
		expect(taken).toEqual(expect.arrayContaining([STORE_FILE, `${STORE_FILE}-wal`, BACKUP_FILE]));
		expect(
			[CONTROL_SOCKET, DRAFT_FILE, `${DRAFT_FILE}-journal`, `${STORE_FILE}.new`].filter((name) => !leftOut(name)),
		).toEqual([]);
		expect(await called(manifest.backup_post)).toBe(0);
		expect(readdirSync(desk.data)).not.toContain(BACKUP_FILE);
	});

	it("goes on where an earlier one broke off", async () => {
		await start();
		writeFileSync(join(desk.data, DRAFT_FILE), "half a copy");
		writeFileSync(join(desk.data, `${DRAFT_FILE}-journal`), "and its journal");
		writeFileSync(join(desk.data, BACKUP_FILE), "an old copy");
		expect(await commanded(undefined, { prepare: true })).toBe(0);
		expect(existsSync(join(desk.data, DRAFT_FILE))).toBe(false);
	});

	it("is made one at a time", async () => {
		await start();
		const codes = await Promise.all([commanded(undefined, { prepare: true }), commanded("a.backup")]);
		expect(codes.toSorted()).not.toEqual([1, 1]);
		expect(await commanded(undefined, { prepare: true })).toBe(0);
	});

	// #full-disk-fails-says
	it("on a full disk fails with 1 and says what to do, and control goes on", async () => {
		await start();
		// A disk of its own, with room for the database and not for its copy.
		const script = `mount -t tmpfs -o size=40k none "$DISK" && cd "$DISK" && "$NODE" "$MAIN" backup a.backup --data "$DATA"`;
		const disk = join(desk.folder, "disk");
		mkdirSync(disk);
		const filler = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`c${n}`, "x".repeat(4000)]));
		await stopped();
		const store = openStore(desk.data, () => undefined);
		store.save({ counters: filler });
		store.close();
		const child = spawnSync("unshare", ["-rm", "sh", "-c", script], {
			env: { ...process.env, DISK: disk, NODE: process.execPath, MAIN, DATA: desk.data },
			encoding: "utf8",
		});
		expect([child.status, child.stderr]).toEqual([1, expect.stringContaining("the disk is full (ENOSPC). Make room")]);
		expect(readdirSync(desk.data)).not.toContain(DRAFT_FILE);
	});
});
const MAIN = join(import.meta.dirname, "../../../src/main.ts");

describe("`restore FILE`", () => {
	it("beside a running controller refuses, and touches nothing", async () => {
		await start();
		await commanded("a.backup");
		const before = readdirSync(desk.data);
		expect(await restore(desk.machine(), "a.backup", flags())).toBe(1);
		expect(desk.err).toContain("Stop it, restore the backup, then start it again.");
		expect(readdirSync(desk.data)).toEqual(before);
	});

	test.each([
		["nothing", "there is no such file", undefined],
		["something else", "this is not a backup of this app", "no backup ".repeat(99)],
	])("of %s ends with 1, says so, and changes nothing", async (_, says, content) => {
		if (content !== undefined) desk.file("a.backup", content);
		expect(await restore(desk.machine(), "a.backup", flags())).toBe(1);
		expect(desk.err).toContain(says);
		expect(readdirSync(desk.data)).toEqual([]);
	});

	it("speaks the language of the options, and else the terminal's", async () => {
		const options = desk.file("solar.json", { ...PLANT, language: "sv" });
		desk.env = { ...desk.env, LANG: "de" };
		expect(await restore(desk.machine(), "none", { ...flags(), options })).toBe(1);
		expect(desk.err).toBe("Ingenting har ändrats: det finns ingen sådan fil.\n");
		openStore(desk.data, () => undefined).close();
		await commanded("a.backup");
		expect(await restore(desk.machine(), "a.backup", flags())).toBe(0);
		expect(desk.out).toMatch(
			/Wiederhergestellt: was am \S+ von Version \S+ gesichert wurde\.\nDie vorherigen Daten sind /,
		);
	});

	it("into a folder that cannot be made ends with 1", async () => {
		expect(await restore(desk.machine(), "a.backup", { data: "/dev/null/x" })).toBe(1);
		expect(desk.err).toContain("cannot be used: ENOTDIR");
	});
});
