import { describe, expect, it, test } from "@jest/globals";
import fc from "fast-check";
import { admissions } from "#runtime/health/peers.ts";

describe("behind the ingress 172.30.32.2", () => {
	const admission = admissions("172.30.32.2");
	test.each([
		["172.30.32.2", "everything"],
		["::ffff:172.30.32.2", "everything"],
		["::FFFF:172.30.32.2", "everything"],
		["::ffff:ac1e:2002", "everything"],
		["127.0.0.1", "health"],
		["127.9.9.9", "health"],
		["::1", "health"],
		["::ffff:127.0.0.1", "health"],
		["172.30.32.1", "nothing"],
		["172.30.32.20", "nothing"],
		["::ffff:172.30.32.3", "nothing"],
		["::172.30.32.2", "nothing"],
		["128.0.0.1", "nothing"],
		["fe80::1%eth0", "nothing"],
		["", "nothing"],
		["localhost", "nothing"],
		[undefined, "nothing"],
	])("%j may ask for %s", (peer, what) => expect(admission(peer)).toBe(what));

	// #other-ipv4-address-gets
	it("no other IPv4 address gets more than a health check (property)", () => {
		fc.assert(
			fc.property(fc.ipV4(), fc.boolean(), (address, mapped) => {
				fc.pre(address !== "172.30.32.2");
				expect(admission(mapped ? `::ffff:${address}` : address)).not.toBe("everything");
			}),
		);
	});
});

describe("an ingress", () => {
	test.each([
		["::ffff:172.30.32.2", "172.30.32.2"],
		["fd00::2", "fd00:0:0:0:0:0:0:2"],
		["fe80::2", "fe80::2%eth0"],
		["127.0.0.1", "::ffff:127.0.0.1"],
		["::1", "::1"],
	])("%s is known as %s too", (ingress, peer) => expect(admissions(ingress)(peer)).toBe("everything"));

	it("that makes no sense lets nobody in", () => {
		expect([admissions("nonsense")("nonsense"), admissions("nonsense")("172.30.32.2")]).toEqual(["nothing", "nothing"]);
	});
});

it("Without an ingress the address decides nothing", () => {
	expect(["10.0.0.1", "::1", undefined].map(admissions(undefined))).toEqual(["everything", "everything", "everything"]);
});
