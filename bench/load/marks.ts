import { writeFileSync } from "node:fs";

/**
 * Built into the marked bundle before everything else: times each module's evaluation. Every module says when it begins
 * and ends; what it asks Node for is timed as well. Writes its list to the file LOAD_MARKS when the process exits.
 */

/** One evaluation, in ms since the process began. */
export interface Mark {
	/** A package, a module of Node (`node:net`), or the app's own. */
	readonly name: string;
	readonly at: number;
	/** Without what was loaded meanwhile for others. */
	readonly own: number;
	/** With it; 0 inside another module of the same package, which counts it already. */
	readonly all: number;
}
export interface Marks {
	/** When the process began, ms since 1970. */
	readonly origin: number;
	/** When Node was ready to read the bundle, and when the bundle's first line ran. */
	readonly ready: number;
	readonly begun: number;
	readonly marks: readonly Mark[];
}

interface Open {
	readonly name: string;
	readonly at: number;
	inner: number;
}

const begun = performance.now();
const marks: Mark[] = [];
const open: Open[] = [];

const began = (name: string) => void open.push({ name, at: performance.now(), inner: 0 });
function ended(name: string): void {
	const end = performance.now();
	// A module that threw has said nothing of its end.
	for (let one = open.pop(); one !== undefined; one = open.pop()) {
		const whole = end - one.at;
		const within = open.some((outer) => outer.name === one.name);
		marks.push({ name: one.name, at: one.at, own: whole - one.inner, all: within ? 0 : whole });
		const outer = open.at(-1);
		if (outer !== undefined) outer.inner += whole;
		if (one.name === name) return;
	}
}

/** How the bundle asks for Node's modules, and for the packages that are not bundled. */
const timed =
	<Result>(ask: (name: string) => Result) =>
	(name: string): Result => {
		began(name);
		try {
			return ask(name);
		} finally {
			ended(name);
		}
	};

Object.assign(globalThis, {
	loadBegan: began,
	loadEnded: ended,
	loadRequire: (ask: NodeJS.Require) => Object.assign(timed(ask), ask),
});
Object.assign(process, { getBuiltinModule: timed(process.getBuiltinModule.bind(process)) });
process.on("exit", () => {
	const ready = performance.nodeTiming.bootstrapComplete;
	const all: Marks = { origin: performance.timeOrigin, ready, begun, marks };
	writeFileSync(process.env["LOAD_MARKS"] ?? "", JSON.stringify(all));
});
