import { beforeEach, describe, expect, it } from "@jest/globals";
import type { Users } from "#supervisor/users.ts";
import { Admins } from "../../../src/app/page/admins.ts";

describe("who is an administrator", () => {
	let now: number;
	let asked: number;
	let answer: () => Promise<Users | undefined>;
	let admins: Admins;
	beforeEach(() => {
		now = 0;
		asked = 0;
		answer = async () =>
			new Map([
				["anna", true],
				["bo", false],
			]);
		admins = new Admins(
			() => {
				asked += 1;
				return answer();
			},
			() => now,
		);
	});

	it("is asked once a minute, however many look", async () => {
		const all = await Promise.all(["anna", "bo", "nobody"].map(admins.isAdmin));
		expect([all, asked]).toEqual([[true, false, false], 1]);
		now = 59_999;
		await admins.isAdmin("anna");
		expect(asked).toBe(1);
		now = 60_000;
		answer = async () => new Map([["anna", false]]);
		expect(await admins.isAdmin("anna")).toBe(false);
		expect(asked).toBe(2);
	});

	// #nobody-while-unknown
	it("is nobody while that is not known, and soon asked again", async () => {
		answer = async () => undefined;
		expect(await admins.isAdmin("anna")).toBe(false);
		answer = () => Promise.reject(new Error("a bug"));
		now = 5000;
		expect(await admins.isAdmin("anna")).toBe(false);
		answer = async () => new Map([["anna", true]]);
		expect(await admins.isAdmin("anna")).toBe(false);
		now = 10_000;
		expect([await admins.isAdmin("anna"), asked]).toEqual([true, 3]);
	});

	it("is nobody any more once an answer is old and no new one comes", async () => {
		expect(await admins.isAdmin("anna")).toBe(true);
		answer = async () => undefined;
		now = 60_000;
		expect(await admins.isAdmin("anna")).toBe(false);
	});
});
