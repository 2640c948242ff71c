/**
 * What test files import as `@jest/globals`, in a plain process: no module registry of its own and no reporter, so that a
 * thousand runs take minutes. `expect` is Jest's own.
 */
export { expect } from "expect";

type Body = (...given: never[]) => unknown;
interface Group {
	readonly tests: { readonly name: string; readonly body: () => unknown }[];
	readonly groups: Group[];
	readonly before: (() => unknown)[];
	readonly after: (() => unknown)[];
	readonly beforeEach: (() => unknown)[];
	readonly afterEach: (() => unknown)[];
}
const empty = (): Group => ({ tests: [], groups: [], before: [], after: [], beforeEach: [], afterEach: [] });
let here = empty();

/** Everything that a file registers at its import, run. Throws at the first test that fails. */
export async function runTestsOf(load: () => Promise<unknown>): Promise<number> {
	here = empty();
	await load();
	return run(here, [], []);
}

async function run(group: Group, first: readonly (() => unknown)[], last: readonly (() => unknown)[]): Promise<number> {
	const before = [...first, ...group.beforeEach];
	const after = [...group.afterEach, ...last];
	let count = group.tests.length;
	for (const prepare of group.before) await prepare();
	for (const { name, body } of group.tests) {
		try {
			for (const prepare of before) await prepare();
			await body();
			for (const clean of after) await clean();
		} catch (error) {
			throw new Error(name, { cause: error });
		}
	}
	for (const inner of group.groups) count += await run(inner, before, after);
	for (const clean of group.after) await clean();
	return count;
}

/** Rows of a table, each as the arguments of a test. */
const rowsOf = (table: readonly unknown[]): readonly (readonly unknown[])[] =>
	table.map((row) => (Array.isArray(row) ? row : [row]));

const one = (name: string, body: Body): void => {
	here.tests.push({ name, body: body as () => unknown });
};
const each = (table: readonly unknown[]) => (name: string, body: Body) => {
	for (const row of rowsOf(table))
		here.tests.push({ name: `${name} ${String(row[0])}`, body: () => body(...(row as never[])) });
};
const group = (_: string, body: Body, ...given: readonly unknown[]): void => {
	const outer = here;
	here = empty();
	outer.groups.push(here);
	(body as (...all: readonly unknown[]) => unknown)(...given);
	here = outer;
};
const eachGroup = (table: readonly unknown[]) => (name: string, body: Body) => {
	for (const row of rowsOf(table)) group(name, body, ...row);
};

export const test = Object.assign(one, { each });
export const it = test;
export const describe = Object.assign(group, { each: eachGroup });
export const beforeAll = (body: () => unknown): void => void here.before.push(body);
export const afterAll = (body: () => unknown): void => void here.after.push(body);
export const beforeEach = (body: () => unknown): void => void here.beforeEach.push(body);
export const afterEach = (body: () => unknown): void => void here.afterEach.push(body);
