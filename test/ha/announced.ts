import { expect } from "@jest/globals";
import type { Viewer } from "../e2e/viewer.ts";
import { asKept, type Declared, declared, kept } from "./declared.ts";
import { eventually } from "./eventually.ts";
import { type House, INSTALLATION, unknownIn } from "./house.ts";

/** What the app announces in this house: its entities, by unique id. */
export const entities = (house: House): ReadonlyMap<string, Declared> => declared(house.options, INSTALLATION);

const byId = (list: readonly { readonly entity_id: unknown }[]) =>
	[...list].sort((a, b) => String(a.entity_id).localeCompare(String(b.entity_id)));

/** Home Assistant has every entity as its declaration says, and no other; those that a person `changed` are only there. */
export async function expectAsDeclared(house: House, changed: readonly string[] = []): Promise<void> {
	const states = await house.states();
	const found = (await house.entries()).map((entry) => kept(entry, states.get(entry.entity_id)));
	const asDeclared = [...entities(house).values()].map(asKept);
	const untouched = (all: readonly ReturnType<typeof asKept>[]) =>
		byId(all.map((one) => (changed.includes(String(one.entity_id)) ? { entity_id: one.entity_id } : one)));
	expect(untouched(found)).toEqual(untouched(asDeclared));
}

/** Home Assistant shows of every entity what the app says, and knows everything that needs no audit. */
export async function expectAsSaid(house: House, viewer: Viewer): Promise<void> {
	const states = await house.states();
	for (const { default_entity_id: id, state_topic: topic } of entities(house).values()) {
		const shown = states.get(String(id));
		if (shown === undefined || typeof topic !== "string") continue;
		// What never happened was never said.
		if (String(id).startsWith("event.") && viewer.newest(topic) === undefined) continue;
		expect([id, shown.state]).toEqual([id, asShown(String(id), viewer.newest(topic))]);
	}
	expect(unknownIn(states.values())).toEqual([]);
}

/** Enables an entity, as on the device's page, and waits until it has a state. */
export async function enables(house: House, entity_id: string): Promise<void> {
	await house.resident.ask({ type: "config/entity_registry/update", entity_id, disabled_by: null });
	// Home Assistant collects what is enabled for half a minute.
	await eventually(async () => {
		const { state = "missing" } = (await house.states()).get(entity_id) ?? {};
		expect([entity_id, state]).not.toEqual([entity_id, expect.stringMatching(/^missing$|^unavailable$/)]);
	}, 90_000);
}

/** Lines of Home Assistant's log that are about us, or about MQTT. */
export async function complaints(house: House): Promise<readonly string[]> {
	const logged = (await house.resident.logged()).map(({ level, name, message }) => [level, name, ...message].join(" "));
	return [...logged, ...house.resident.home.log().split("\n")].filter((line) => ABOUT_US.test(line));
}

/** What Home Assistant asks its owner to repair that is ours. */
export async function repairs(house: House): Promise<readonly unknown[]> {
	const issues = await house.resident.repairs();
	return issues.filter((issue) => issue.domain === "mqtt" || ABOUT_US.test(JSON.stringify(issue)));
}

const ABOUT_US = /mqtt|solar/i;

const MOMENT = /^\d{4}-\d\d-\d\dT/;
/** How Home Assistant writes what was published for an entity of this id. */
const asShown = (id: string, payload: string | undefined): string | undefined => {
	if (payload === "None" && id.startsWith("text.")) return "";
	if (payload !== undefined && MOMENT.test(payload)) return new Date(payload).toISOString().replace(".000Z", "+00:00");
	// Of an event nothing is published until it happens.
	if (payload === "None" || (payload === undefined && id.startsWith("event."))) return "unknown";
	// Of a number only digits are an integer there: what has a sign is written with a decimal.
	if (id.startsWith("number.") && /^-\d+$/.test(payload ?? "")) return `${payload}.0`;
	return /^(?:switch|binary_sensor)\./.test(id) ? payload?.toLowerCase() : payload;
};
