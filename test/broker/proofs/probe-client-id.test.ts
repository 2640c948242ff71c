import { randomBytes } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { isOurs, probeClientId, recognise, WINDOW } from "#broker/proofs/trying/own/probe-client-id.ts";

const KEY = randomBytes(32);
const NONCE = "0123456789abcdef";
const NOON = 1_790_000_000 - (1_790_000_000 % WINDOW);

describe("a mark", () => {
	it("is ours in its own window of time and the two beside it, at any moment of them", () => {
		const mark = probeClientId(KEY, NONCE, NOON);
		for (const [at, ours] of [
			[NOON - WINDOW - 1, false],
			[NOON - WINDOW, true],
			[NOON, true],
			[NOON + WINDOW - 1, true],
			[NOON + 2 * WINDOW - 1, true],
			[NOON + 2 * WINDOW, false],
		] as const)
			expect([at - NOON, isOurs(mark, KEY, at)]).toEqual([at - NOON, ours]);
	});

	it("cannot be made without the key", () => {
		expect(isOurs(probeClientId(randomBytes(32), NONCE, NOON), KEY, NOON)).toBe(false);
	});

	it("is none with a single character changed, added or left out", () => {
		const mark = probeClientId(KEY, NONCE, NOON);
		fc.assert(
			fc.property(fc.nat(mark.length - 1), fc.constantFrom(..."0123456789abcdefX_ "), (i, c) => {
				const changed = mark.slice(0, i) + c + mark.slice(i + 1);
				expect(isOurs(changed, KEY, NOON)).toBe(changed === mark);
				expect(isOurs(mark.slice(0, i) + c + mark.slice(i), KEY, NOON)).toBe(false);
				expect(isOurs(mark.slice(0, i) + mark.slice(i + 1), KEY, NOON)).toBe(false);
			}),
		);
	});

	it.each([
		["with something before it", (mark: string) => `x ${mark}`],
		["with something after it", (mark: string) => `${mark} [10.0.0.9:1]`],
		["in capitals", (mark: string) => mark.toUpperCase()],
		["with a line end", (mark: string) => `${mark}\n`],
	])("hides nobody %s", (_, hidden) => {
		expect(isOurs(hidden(probeClientId(KEY, NONCE, NOON)), KEY, NOON)).toBe(false);
	});

	it("counts once: who reads it in the log and comes with it again is a stranger", () => {
		const ours = recognise(KEY);
		const mark = probeClientId(KEY, NONCE, NOON);
		expect([ours(mark, NOON), ours(mark, NOON + 1), ours(probeClientId(KEY, "f".repeat(16), NOON), NOON + 1)]).toEqual([
			true,
			false,
			true,
		]);
	});
});
