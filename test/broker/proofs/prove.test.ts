import { afterEach, describe, expect, it, jest } from "@jest/globals";
import { PROOFS } from "#broker/proofs/index.ts";
import { type Context, fail, ok, type Proof, skipped } from "#broker/proofs/proof.ts";
import { prove } from "#broker/proofs/prove.ts";
import { mend, says } from "#model/sentences/sentence.ts";
import { settledOf, stopTimers } from "../../fakes/stopped-timers.ts";
import { type Read, read } from "./ask.ts";

afterEach(() => {
	jest.useRealTimers();
});

const NOTHING: Context = { options: { summary: [], problems: [] } };
const text = (text: string) => says("verbatim", { text });
const proof = (id: string, needs: readonly string[], run: Proof["run"] = () => ok(text(id))): Proof => ({
	id,
	needs,
	run,
});
const ran = async (proofs: readonly Proof[], deadline?: number) => {
	const seen: Read[] = [];
	for await (const step of prove(proofs, NOTHING, deadline)) seen.push(read(step));
	return seen;
};
const ids = (seen: readonly { readonly id: string }[]) => seen.map(({ id }) => id);

describe("a check", () => {
	it("runs each proof once, after what it needs, else in the listed order", async () => {
		expect(ids(await ran([proof("c", ["a", "b"]), proof("b", ["a"]), proof("a", []), proof("d", [])]))).toEqual([
			"a",
			"b",
			"c",
			"d",
		]);
	});

	it("skips what needs a failed one, and what needs a skipped one, and says which", async () => {
		const seen = await ran([
			proof("a", [], () => fail("unreachable", text("no"), text("do"))),
			proof("b", ["a"]),
			proof("c", ["b"]),
			proof("d", []),
		]);
		expect(seen.map(({ status }) => status)).toEqual(["fail", "skipped", "skipped", "ok"]);
		expect(seen.map(({ class: c }) => c)).toEqual(["unreachable", "not-tried", "not-tried", "ok"]);
		expect(seen[1]?.message).toContain("`a`");
		expect(seen[2]?.message).toContain("`b`");
	});

	it("goes on past what is switched off on purpose", async () => {
		const seen = await ran([proof("a", [], () => skipped("not-configured", text("off"))), proof("b", ["a"])]);
		expect(seen.map(({ status }) => status)).toEqual(["skipped", "ok"]);
	});

	// #does-wait-proof-longer
	it("does not wait for a proof longer than its deadline", async () => {
		stopTimers();
		const running = ran([proof("a", [], () => new Promise(() => undefined)), proof("b", [])], 3);
		const done = settledOf(running);
		await jest.advanceTimersByTimeAsync(2999);
		expect(done()).toBe(false);
		await jest.advanceTimersByTimeAsync(1);
		expect(done()).toBe(true);
		expect((await running).map(({ class: c }) => c)).toEqual(["timeout", "ok"]);
	});

	it.each([
		[
			"throws",
			() => {
				throw new TypeError("the password is canary");
			},
		],
		["rejects", () => Promise.reject(new TypeError("the password is canary"))],
	] as const)("outlives a proof that %s, and repeats nothing of what it said", async (_, run) => {
		const [broke, next] = await ran([proof("a", [], run), proof("b", [])]);
		expect(broke).toMatchObject({ status: "fail", class: "check-broken" });
		expect(JSON.stringify(broke)).not.toContain("canary");
		expect(next?.status).toBe("ok");
	});

	it("lets no stranger write to the terminal: control characters and turned text are shown as ?", async () => {
		const [step] = await ran([proof("a", [], () => ok(text("for \u001b[2J\u202eevil\r\nnext")))]);
		expect(step?.message).toBe("for ?[2J?evil?\nnext");
	});
});

describe("the proofs", () => {
	it("have names of their own, and need only proofs that exist", () => {
		const known = ids(PROOFS);
		expect(new Set(known).size).toBe(known.length);
		for (const { needs } of PROOFS) expect(known).toEqual(expect.arrayContaining([...needs]));
	});

	it("are listed in the order in which they run, so no two wait for each other", async () => {
		const still = PROOFS.map((p) => ({ ...p, run: () => ok([]) }));
		expect(ids(await ran(still))).toEqual(ids(PROOFS));
		for (const [n, { needs }] of PROOFS.entries())
			for (const need of needs) expect(ids(PROOFS).indexOf(need)).toBeLessThan(n);
	});

	it("ask nobody where options and login are not complete", async () => {
		const seen: string[] = [];
		for await (const { id, status } of prove(PROOFS, {
			...NOTHING,
			login: { kind: "required", why: mend("login_missing", { what: "login_name" }) },
		}))
			if (status !== "skipped") seen.push(`${id} ${status}`);
		expect(seen).toEqual(["options ok", "credentials fail"]);
	});
});
