import { isIP } from "node:net";
import { InvalidArgumentError } from "commander";
import { listenerIn } from "#broker/proofs/listener.ts";
import type { Listener } from "#broker/proofs/proof.ts";
import { DRAW_PROFILES, type Draws } from "#simulation/store/draw-off.ts";
import { CLIMATES, type Place } from "#simulation/weather/climate.ts";
import type { Key } from "#words/keys.ts";

/** What Commander puts after its own words. It is a code of a text here; `refusal` says it in a language. */
export const unfit = (code: Key<"command">): InvalidArgumentError => new InvalidArgumentError(code);

const PLACES = Object.keys(CLIMATES) as readonly Place[];

export function port(text: string): number {
	const n = Number(text);
	if (!/^\d+$/.test(text) || n > 65535) throw unfit("give_port");
	return n;
}

export function address(text: string): string {
	if (isIP(text) === 0) throw unfit("give_address");
	return text;
}

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** Names of hosts, separated by commas, in lower case. */
export function hostNames(text: string): readonly string[] {
	const names = text
		.toLowerCase()
		.split(",")
		.map((name) => name.trim());
	if (names.some((name) => !HOST_NAME.test(name))) throw unfit("give_host_names");
	return names;
}

/** ms since 1970. */
export function moment(text: string): number {
	const [, count, unit] = /^(\d{1,5})([dh])$/.exec(text) ?? [];
	if (count !== undefined) return Date.now() - Number(count) * (unit === "d" ? 86_400_000 : 3_600_000);
	const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
	if (Number.isNaN(at)) throw unfit("give_moment");
	return at;
}

export function positive(text: string): number {
	const n = Number(text);
	if (!(n > 0 && n <= 100_000)) throw unfit("give_positive");
	return n;
}

/** A climate of the simulator. */
export function place(text: string): Place {
	const found = PLACES.find((one) => one === text);
	if (found === undefined) throw unfit("give_place");
	return found;
}

/** When a simulated household draws hot water. */
export function draws(text: string): Draws {
	const found = (Object.keys(DRAW_PROFILES) as Draws[]).find((one) => one === text);
	if (found === undefined) throw unfit("give_draws");
	return found;
}

export function dayOfYear(text: string): number {
	const n = Number(text);
	if (!/^\d+$/.test(text) || n < 1 || n > 365) throw unfit("give_day_of_year");
	return n;
}

export function litres(text: string): number {
	const n = text === "" ? Number.NaN : Number(text);
	if (!(n >= 0 && n <= 2000)) throw unfit("give_litres");
	return n;
}

export function seed(text: string): number {
	if (!/^\d{1,6}$/.test(text)) throw unfit("give_seed");
	return Number(text);
}

export function listener(text: string, before: readonly Listener[] = []): readonly Listener[] {
	const found = listenerIn(text);
	if (found === undefined) throw unfit("give_listener");
	return [...before, found];
}
