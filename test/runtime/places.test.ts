import { expect, it } from "@jest/globals";
import { Places } from "#runtime/places.ts";

const taken = (places: Places, peer: string) => {
	const all: (() => void)[] = [];
	for (let free = places.take(peer); free !== undefined; free = places.take(peer)) all.push(free);
	return all;
};

it("Connections from elsewhere never take the places of the machine itself, nor the other way round", () => {
	const places = new Places();
	expect(taken(places, "192.0.2.66")).toHaveLength(80);
	expect(taken(places, "2001:db8::66")).toHaveLength(0);
	expect(places.take(undefined)).toBeUndefined();
	const here = taken(places, "127.0.0.1");
	expect(here).toHaveLength(20);
	here[0]?.();
	expect(taken(places, "::ffff:127.0.0.1")).toHaveLength(1);
	expect(taken(places, "192.0.2.66")).toHaveLength(0);
});
