import { expect, it } from "@jest/globals";
import { Places } from "#runtime/health/places.ts";

const busy = () => ({ silent: () => false, drop: () => {} });
const taken = (places: Places, peer: string) => {
	const all: (() => void)[] = [];
	for (let free = places.take(peer, busy()); free !== undefined; free = places.take(peer, busy())) all.push(free);
	return all;
};

it("Connections from elsewhere never take the places of the machine itself, nor the other way round", () => {
	const places = new Places();
	expect(taken(places, "192.0.2.66")).toHaveLength(50);
	expect(taken(places, "2001:db8::66")).toHaveLength(0);
	expect(places.take(undefined, busy())).toBeUndefined();
	const here = taken(places, "127.0.0.1");
	expect(here).toHaveLength(50);
	here[0]?.();
	expect(taken(places, "::ffff:127.0.0.1")).toHaveLength(1);
	expect(taken(places, "192.0.2.66")).toHaveLength(0);
});

it("the oldest silent one makes room where all are taken, and one that is being answered never", () => {
	let full = 0;
	const places = new Places(() => void full++);
	const dropped: number[] = [];
	for (let n = 0; n < 50; n++)
		places.take("127.0.0.1", { silent: () => n === 7 || n === 9, drop: () => void dropped.push(n) });
	expect([full, dropped]).toEqual([0, []]);
	for (let n = 0; n < 2; n++) expect(places.take("127.0.0.1", busy())).toBeDefined();
	expect([full, dropped]).toEqual([2, [7, 9]]);
	expect(places.take("127.0.0.1", busy())).toBeUndefined();
});
