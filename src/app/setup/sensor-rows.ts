import { SENSOR_ROLES, type SensorRole } from "#model/plant/sensor-role.ts";
import { type Language, say } from "#texts/say.ts";
import type { SensorRow } from "#web/setup/setup-view.ts";
import type { Draft } from "./draft.ts";
import type { SensorSeen } from "./hardware-watch.ts";
import { itemsOf, type Raw } from "./to-options.ts";

/**
 * What was found, with what the options and the person say of each.
 * @param next the options with what was said
 * @param guesses by source
 */
export function sensorRows(
	seen: readonly SensorSeen[],
	next: Raw,
	draft: Draft,
	guesses: ReadonlyMap<string, SensorRole>,
	language: Language,
): readonly SensorRow[] {
	const written = itemsOf(next, "sensors");
	const taken = new Set(written.flatMap(({ role }) => SENSOR_ROLES.filter((one) => one === role)));
	return seen.map(({ source, quantity, value, fault, rise, held, line }): SensorRow => {
		const entry = entryOf(written, source);
		const isOpen = entry === undefined && draft.sensors[source] === undefined;
		const guess = isOpen ? guesses.get(source) : undefined;
		const guessed = guess !== undefined && !taken.has(guess);
		const role =
			SENSOR_ROLES.find((one): one is SensorRole => one === entry?.["role"]) ?? (guessed ? guess : undefined);
		const { name, height } = entry ?? {};
		return {
			...{ source, rise, held, line },
			guessed,
			...(quantity && { quantity }),
			...(value !== undefined && { value }),
			...(fault && { text: say(language, "fault", fault.code, fault.facts) }),
			...(role && { role }),
			...(typeof name === "string" && { name }),
			...(typeof height === "number" && { height }),
		};
	});
}

const entryOf = (entries: readonly Raw[], source: string): Raw | undefined =>
	entries.find((entry) => String(entry["source"] ?? "").toLowerCase() === source.toLowerCase());
