import type { Problem } from "#model/findings/finding.ts";
import { parse } from "#options/parse.ts";
import { FORMER_PLANT } from "./former-plant.ts";
import { becomes, type Dropped, variablesIn, type Written, withValue } from "./variables.ts";

/** What became of one variable. */
export type Outcome =
	| { readonly kind: "taken"; readonly name: string; readonly path: string; readonly value: string }
	| { readonly kind: "password"; readonly name: string }
	| { readonly kind: "dropped"; readonly name: string; readonly why: Dropped }
	| { readonly kind: "unknown"; readonly name: string }
	/** The app's own value stays. */
	| { readonly kind: "refused"; readonly name: string; readonly problem: Problem };

export interface Imported {
	/** Valid, and without a password. */
	readonly options: Written;
	readonly password?: string;
	readonly outcomes: readonly Outcome[];
}

/** The options that do what a `.env` of the former controller says, and what became of each of its variables. */
export function imported(values: Readonly<Record<string, string>>): Imported {
	const variables = variablesIn(values);
	const taken: { readonly name: string; readonly path: string; readonly values: Written }[] = [];
	const outcomes = Object.entries(variables).flatMap(([name, text]): readonly Outcome[] => {
		const becoming = becomes(name);
		if (becoming === undefined) return [{ kind: "unknown", name }];
		if (becoming.kind === "dropped") return [{ kind: "dropped", name, why: becoming.why }];
		if (becoming.kind === "password") return [{ kind: "password", name }];
		taken.push({ name, path: becoming.path, values: becoming.values(text, variables) });
		return [];
	});
	const { options, problems } = tried(taken.map(({ values }) => values));
	const rest = taken.map(({ name, path, values: given }): Outcome => {
		const wrong = problems.get(given);
		if (wrong !== undefined) return { kind: "refused", name, problem: wrong };
		return { kind: "taken", name, path, value: String(given[path]) };
	});
	const password = variables["MQTT_PASSWORD"];
	return { options, ...(password !== undefined && { password }), outcomes: [...outcomes, ...rest] };
}

interface Tried {
	readonly options: Written;
	/** Why a variable's values were left out. */
	readonly problems: ReadonlyMap<Written, Problem>;
}

/** All together, because limits depend on each other. If that is not valid, one by one, without those that are at fault. */
function tried(given: readonly Written[]): Tried {
	const all = given.reduce(put, FORMER_PLANT);
	if (parse(all).kind === "valid") return { options: all, problems: new Map() };
	const problems = new Map<Written, Problem>();
	let options: Written = FORMER_PLANT;
	for (const values of given) {
		const next = put(options, values);
		const parsed = parse(next);
		const [wrong] = parsed.kind === "invalid" ? parsed.problems : [];
		if (wrong === undefined) options = next;
		else problems.set(values, wrong);
	}
	return { options, problems };
}

const put = (options: Written, values: Written): Written =>
	Object.entries(values).reduce((all: Written, [path, value]) => withValue(all, path, value), options);
