import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * No test sleeps on the wall clock: it is flaky on a busy machine, and slow on any other. Asking again and again in a loop
 * until something is so is fine, and so is a stand-in for a timer.
 */
const ROOT = join(import.meta.dirname, "..");

/** Sleeps that a test is about: how many in which file. */
const MEANT: Readonly<Record<string, number>> = {
	// SIGTERM in moments of a start that nothing announces.
	"test/app/process.test.ts": 1,
	// Mosquitto throws out clients in the next round of its loop, and does not say when that was.
	"test/fakes/mosquitto.ts": 1,
};

/** The lines of a source on which something waits for time alone. */
export function sleepsIn(name: string, text: string): readonly number[] {
	const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
	const found: number[] = [];
	const look = (node: ts.Node, asks: boolean): void => {
		if (ts.isAwaitExpression(node) && !asks && waitsForTime(node.expression, source))
			found.push(source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1);
		const loops = ts.isIterationStatement(node, false);
		ts.forEachChild(node, (child) => look(child, (asks || loops) && !ts.isFunctionLike(node)));
	};
	look(source, false);
	return found;
}

const TIMERS = /^(?:pause|sleep|delay|setTimeout)$/;

/** `pause(…)`, or a promise of which nothing is made but a timer that resolves it. */
function waitsForTime(awaited: ts.Expression, source: ts.SourceFile): boolean {
	if (ts.isCallExpression(awaited)) return TIMERS.test(awaited.expression.getText(source));
	if (!ts.isNewExpression(awaited) || awaited.expression.getText(source) !== "Promise") return false;
	const [made] = awaited.arguments ?? [];
	return made !== undefined && /=> (?:void )?setTimeout\(\w+, /.test(made.getText(source));
}

if (import.meta.main) {
	const wrong = globSync("{test,packages/*/test}/**/*.ts", { cwd: ROOT }).flatMap((file) => {
		const lines = sleepsIn(file, readFileSync(join(ROOT, file), "utf8"));
		const known = MEANT[file] ?? 0;
		return lines.length > known ? [`${file}:${lines.join(",")}: ${lines.length} sleeps, ${known} known`] : [];
	});
	for (const one of wrong) console.log(one);
	if (wrong.length > 0)
		console.log("Wait for what happens. That nothing came is shown by something that comes after it.");
	process.exitCode = wrong.length > 0 ? 1 : 0;
}
