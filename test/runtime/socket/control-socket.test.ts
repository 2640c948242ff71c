import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as soon } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, test } from "@jest/globals";
import { remarksIn } from "#app/words.ts";
import { seconds } from "#model/quantities/units.ts";
import type { Notice } from "#model/sentences/notice.ts";
import { remark } from "#model/sentences/sentence.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import { type Handlers, LONGEST_REQUEST, NotYet, type Serving, serveControl } from "#runtime/socket/control-socket.ts";

let folder = "";
let told: Notice[] = [];
let servings: Serving[] = [];
const others: Server[] = [];
const path = () => join(folder, "control.sock");
const serve = async (handlers: Handlers = HANDLERS, at = folder): Promise<Serving> => {
	const serving = await serveControl(at, handlers, (n) => void told.push(n), { clean: hide, word: remarksIn("en") });
	servings.push(serving);
	return serving;
};
const hide = (value: unknown) => JSON.parse((JSON.stringify(value) ?? "null").replaceAll("canary", "…"));
const ask = (request: string, argument?: unknown, timeout = 5) =>
	askControl(folder, request, argument, seconds(timeout));

const HANDLERS: Handlers = {
	echo: async (argument) => argument,
	nothing: async () => undefined,
	fails: async () => {
		throw new Error("the pump said canary");
	},
	breaks: () => {
		throw "a word";
	},
	never: () => new Promise(() => {}),
	big: async () => 10n,
};

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "ctl-"));
	told = [];
	servings = [];
});
afterEach(async () => {
	for (const serving of servings) if (serving.kind === "serving") await serving.close();
	for (const other of others.splice(0)) other.close();
	rmSync(folder, { recursive: true, force: true });
});

describe("a client that asks and asks and reads nothing", () => {
	it("has few of its questions looked at, keeps nobody else waiting, and is let go at the end", async () => {
		let asked = 0;
		const answer = "x".repeat(100_000);
		const much = async () => {
			asked += 1;
			return answer;
		};
		const serving = await serve({ ...HANDLERS, much });
		const client = connect(path());
		await once(client, "connect");
		client.pause();
		client.write(`${JSON.stringify({ request: "much" })}\n`.repeat(50_000));
		while (asked === 0) await soon();
		// Each answer comes after all that the loop had to do for the other client until then.
		for (let n = 0; n < 50; n++) expect(await ask("echo", n)).toEqual({ kind: "answer", value: n });
		expect(asked).toBeLessThan(50);
		if (serving.kind === "serving") await serving.close();
		client.destroy();
	});
});

describe("a request", () => {
	it("that comes too early is answered, and is no error for the log", async () => {
		await serve({
			early: async () => {
				throw new NotYet();
			},
		});
		expect(await ask("early")).toMatchObject({ kind: "failed", why: { code: "still_starting" } });
		expect(told).toEqual([]);
	});

	// #answered-over-socket-only
	it("is answered, over a socket that only the owner may use", async () => {
		expect((await serve()).kind).toBe("serving");
		expect(lstatSync(path()).mode & 0o777).toBe(0o600);
		expect(await ask("echo", { a: ["ü", 1, null] })).toEqual({ kind: "answer", value: { a: ["ü", 1, null] } });
		expect(await ask("nothing")).toEqual({ kind: "answer", value: null });
	});

	test.each([
		["fails", "the pump said …"],
		["breaks", "a word"],
	])("whose handler %s is a failed answer and one line in the log, without secrets", async (request, why) => {
		await serve();
		const bug = { code: "controller_bug", facts: { error: why } };
		expect(await ask(request)).toMatchObject({ kind: "failed", why: bug });
		const facts = { request, why: "controller_bug", error: why };
		expect(told).toEqual([{ level: "error", code: "control_request_failed", facts }]);
		expect(await ask("echo", 1)).toEqual({ kind: "answer", value: 1 });
	});

	it("whose answer cannot be written down is a failed answer", async () => {
		await serve();
		expect((await ask("big")).kind).toBe("failed");
	});

	// #answers-hold-secrets
	it("answers hold no secrets", async () => {
		await serve();
		expect(await ask("echo", ["a canary"])).toEqual({ kind: "answer", value: ["a …"] });
	});

	test.each(["unknown", "constructor", "__proto__", ""])("for %j, which does not exist, fails", async (request) => {
		await serve();
		expect(await ask(request)).toMatchObject({
			kind: "failed",
			why: { code: "request_unknown", facts: { known: expect.stringContaining("echo, nothing") } },
		});
	});

	it("that takes too long fails in time", async () => {
		await serve();
		expect(await ask("never", 1, 0.05)).toEqual({ kind: "failed", why: remark("no_answer", { seconds: 0.05 }) });
	});

	it("that is no plain data is not sent", async () => {
		expect(await ask("echo", 1n)).toEqual({ kind: "failed", why: remark("argument_no_data") });
	});

	it("of up to 64 KiB is taken, a longer one refused", async () => {
		await serve();
		const around = JSON.stringify({ request: "echo", argument: "" }).length;
		const longest = "x".repeat(LONGEST_REQUEST - around);
		expect(await ask("echo", longest)).toEqual({ kind: "answer", value: longest });
		expect(await ask("echo", `${longest}x`)).toMatchObject({ kind: "failed", why: { code: "request_long" } });
		expect(await ask("echo", "x".repeat(3_000_000))).toMatchObject({ kind: "failed" });
		expect(await ask("echo", 1)).toEqual({ kind: "answer", value: 1 });
	});

	it("from each of many clients at once gets its own answer", async () => {
		await serve();
		const numbers = Array.from({ length: 100 }, (_, n) => n);
		const answers = await Promise.all(numbers.map((n) => ask("echo", n)));
		expect(answers).toEqual(numbers.map((value) => ({ kind: "answer", value })));
	});
});

/** Writes raw bytes in pieces and reads `count` lines. */
async function converse(pieces: readonly (string | Buffer)[], count: number): Promise<readonly unknown[]> {
	const socket = connect(path());
	await once(socket, "connect");
	for (const piece of pieces) {
		socket.write(piece);
		await new Promise(setImmediate);
	}
	let got = "";
	for await (const chunk of socket) {
		got += String(chunk);
		if (got.split("\n").length > count) break;
	}
	return got
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line));
}

describe("on one connection", () => {
	it("requests are answered in order, however they are cut", async () => {
		await serve({ slow: () => new Promise((done) => setTimeout(() => done("slow"), 20)), fast: async () => "fast" });
		const text = Buffer.from('{"request":"slow"}\n{"request":"fast","argument":"ü"}\n{"request":"slow"}\n');
		const bytes = Array.from(text, (_, n) => text.subarray(n, n + 1));
		for (const pieces of [[text], bytes])
			expect(await converse(pieces, 3)).toEqual([{ answer: "slow" }, { answer: "fast" }, { answer: "slow" }]);
	});

	test.each(["rubbish", "[]", "null", '{"request":1}', "{}", '"x"', "", "\0\xff\xfe"])(
		"%j is refused and the next one answered",
		async (line) => {
			await serve();
			const answers = await converse([`${line}\n{"request":"echo","argument":7}\n`], 2);
			expect(answers).toMatchObject([{ failed: expect.stringContaining("not a request") }, { answer: 7 }]);
		},
	);
});

describe("a line that never ends", () => {
	// #refused-64-kib-kept
	it("is refused at 64 KiB, not kept", async () => {
		await serve();
		const answers = await converse(["x".repeat(LONGEST_REQUEST), "x"], 1);
		expect(answers).toMatchObject([{ failed: "The request is longer than 64 KiB." }]);
	});
});

describe("where no controller runs", () => {
	it("nobody answers", async () => {
		expect(await ask("echo")).toEqual({ kind: "not_running" });
		expect(await askControl(join(folder, "none"), "echo", 1, seconds(1))).toEqual({ kind: "not_running" });
	});

	it("nobody answers after it has ended, and its socket is gone", async () => {
		const serving = await serve();
		if (serving.kind === "serving") await serving.close();
		expect(existsSync(path())).toBe(false);
		expect(await ask("echo")).toEqual({ kind: "not_running" });
	});

	it("a controller that ends lets go of the clients that wait", async () => {
		const asked = Promise.withResolvers<void>();
		const serving = await serve({
			never: () => {
				asked.resolve();
				return new Promise(() => {});
			},
		});
		const waiting = ask("never");
		await asked.promise;
		if (serving.kind === "serving") await serving.close();
		expect(await waiting).toEqual({ kind: "failed", why: remark("hung_up") });
	});
});

const ABANDON = `require("node:net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`;
const abandoned = () => spawnSync(process.execPath, ["-e", ABANDON, path()], { env: {} });

describe("a socket that is there already", () => {
	it("is removed when its process was killed", async () => {
		abandoned();
		expect(existsSync(path())).toBe(true);
		expect(await ask("echo")).toEqual({ kind: "not_running" });
		expect((await serve()).kind).toBe("serving");
		expect(await ask("echo", 1)).toEqual({ kind: "answer", value: 1 });
	});

	it("is removed when it is but a file", async () => {
		writeFileSync(path(), "");
		expect((await serve()).kind).toBe("serving");
	});

	it("stays with the controller that answers", async () => {
		await serve({ echo: async () => "first" });
		expect(await serve({ echo: async () => "second" })).toEqual({ kind: "taken" });
		expect(await ask("echo")).toEqual({ kind: "answer", value: "first" });
	});

	it("stays with a controller that says nothing but is there", async () => {
		const mute = createServer(() => {}).listen(path());
		others.push(mute);
		await once(mute, "listening");
		expect(await serve()).toEqual({ kind: "taken" });
		expect(existsSync(path())).toBe(true);
	});

	it("goes to exactly one of many that start at once", async () => {
		abandoned();
		const started = await Promise.all(Array.from({ length: 8 }, (_, n) => serve({ echo: async () => n })));
		expect(started.map(({ kind }) => kind).sort()).toEqual(["serving", ...Array(7).fill("taken")]);
		expect((await ask("echo")).kind).toBe("answer");
	});

	it("goes to exactly one of several processes that start at once", async () => {
		abandoned();
		const source = new URL("../../../src/runtime/socket/control-socket.ts", import.meta.url).href;
		const script = `
			const { serveControl } = await import(${JSON.stringify(source)});
			const serving = await serveControl(${JSON.stringify(folder)}, {}, () => {});
			process.stdout.write(serving.kind + "\\n");
			setTimeout(() => process.exit(), 3000);`;
		const processes = Array.from({ length: 4 }, () =>
			spawn(process.execPath, ["--input-type=module", "-e", script], { env: {}, stdio: ["ignore", "pipe", "inherit"] }),
		);
		const kinds = await Promise.all(processes.map(async (p) => String((await once(p.stdout, "data"))[0]).trim()));
		for (const p of processes) p.kill("SIGKILL");
		expect(kinds.sort()).toEqual(["serving", "taken", "taken", "taken"]);
	});
});

describe("a folder that allows no socket", () => {
	it("is a failure, not an exception", async () => {
		expect(await serve({}, join(folder, "none"))).toMatchObject({ kind: "failed" });
		const long = join(folder, "x".repeat(120));
		mkdirSync(long);
		expect(await serve({}, long)).toMatchObject({ kind: "failed" });
		expect((await askControl(long, "echo", 1, seconds(1))).kind).not.toBe("answer");
		mkdirSync(path());
		expect(await serve({})).toMatchObject({ kind: "failed" });
	});
});
