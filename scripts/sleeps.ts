import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * No test may sleep on the wall clock: that is flaky on a busy machine and slow on any other. Polling in a loop is fine,
 * and so is a replacement for a timer.
 */
const ROOT = join(import.meta.dirname, "..");

/** Sleeps that are the subject of a test: how many per file. */
const MEANT: Readonly<Record<string, number>> = {
	// SIGTERM at moments of a start that have no event.
	"test/app/process.test.ts": 1,
	// Mosquitto disconnects clients in the next round of its loop and does not report it.
	"test/fakes/mosquitto.ts": 1,
};

/** Lines of a source that only wait for time. */
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

/** `pause(…)`, or a promise that only a timer resolves. */
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
