import type { Plant } from "#model/plant/plant.ts";
import { type Language, say } from "#texts/say.ts";
import type { SetupView } from "#web/setup/setup-view.ts";
import { itemsOf, type Raw } from "./to-options.ts";
import { TRIED_FOR, type Trying } from "./trial/trying.ts";

/** The trial as it is shown. */
export function trialRow(trial: NonNullable<Trying["trial"]>, language: Language): NonNullable<SetupView["trying"]> {
	const { fault, ...rest } = trial;
	return { ...rest, seconds: TRIED_FOR, ...(fault && { text: say(language, "fault", fault.code, fault.facts) }) };
}

/** Outputs that the options have. */
export function outputRows(raw: Raw): SetupView["outputs"] {
	return itemsOf(raw, "outputs").flatMap(({ target, role, wiring }) =>
		typeof target === "string" && (role === "pump" || role === "heater" || role === "valve" || role === "other")
			? [{ target, role, wiring: wiring === "nc" ? ("nc" as const) : ("no" as const) }]
			: [],
	);
}

/** Volume and limit of the tank, where they are set. */
export function figuresOf(raw: Raw): Pick<SetupView, "volume" | "maximum"> {
	const figure = (group: string, field: string): number | undefined => {
		const found = raw[group];
		const value = typeof found === "object" && found !== null ? Reflect.get(found, field) : undefined;
		return typeof value === "number" ? value : undefined;
	};
	const [volume, maximum] = [figure("tank", "volume"), figure("tank_limit", "target")];
	return { ...(volume !== undefined && { volume }), ...(maximum !== undefined && { maximum }) };
}

/** What control has wired. */
export const wiredRows = ({ sensors, outputs }: Plant): SetupView["wired"] => [
	...sensors.map(({ id, source }) => ({ id, address: source })),
	...outputs.map(({ id, target, wiring }) => ({ id, address: target, wiring })),
];
