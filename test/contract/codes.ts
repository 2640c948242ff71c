import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { MODES } from "#model/decision/intent.ts";

/** Sections of the texts whose keys are codes that the sources give. */
export type Kind = "reason" | "notice" | "finding" | "proof" | "problem" | "broker" | "command";

/** One place in src that gives a code. */
export interface Given {
	readonly kind: Kind;
	readonly code: string;
	readonly where: string;
	/** The names of its facts, where all of them are written there. */
	readonly facts?: readonly string[];
	/** Of a finding, where it is written out there. */
	readonly severity?: string;
	/** It brings a sentence of its own, as a fact called `text`. */
	readonly own_text: boolean;
}

export interface Codes {
	readonly given: readonly Given[];
	/** Places whose code cannot be read there. */
	readonly unreadable: readonly string[];
}

/** What marks an object written by hand as one of these, beside its `code` and `facts`. */
const MARKS: Readonly<Record<string, Kind>> = { severity: "finding", level: "notice" };

/** Every code of a reason, notice or finding in `root`/src, read from the sources without running them. */
export async function codesIn(root: string): Promise<Codes> {
	const given: Given[] = [];
	const unreadable: string[] = [];
	for await (const path of glob("src/**/*.ts", { cwd: root })) {
		const source = ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.ES2024, true);
		const look = (node: ts.Node): void => {
			const found = calledFor(node) ?? writtenOut(node);
			if (found !== undefined) {
				const { line } = source.getLineAndCharacterOfPosition(node.getStart());
				const where = `${path}:${line + 1}`;
				const codes = found.code === undefined ? [] : literals(found.code);
				if (codes.length === 0) unreadable.push(where);
				const severity = found.severity && ts.isStringLiteral(found.severity) ? found.severity.text : undefined;
				const more = { ...factsOf(found.facts), ...(severity && { severity }) };
				for (const code of codes) given.push({ kind: found.kind, code, where, ...more });
			}
			ts.forEachChild(node, look);
		};
		look(source);
	}
	return { given, unreadable };
}

interface Found {
	readonly kind: Kind;
	readonly code: ts.Expression | undefined;
	readonly facts: ts.Expression | undefined;
	readonly severity?: ts.Expression | undefined;
}

/** `reason(code, facts)`, `says(code, facts)`, `phrase(code, facts)`, `remark(code, facts)`, `mend(code, facts)`, `refusedWith(code, facts)`, `notice(level, code, facts)`, `finding(severity, code, facts)`. */
function calledFor(node: ts.Node): Found | undefined {
	if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
	const [first, second, third] = node.arguments;
	switch (node.expression.text) {
		case "reason":
			return { kind: "reason", code: first, facts: second };
		case "says":
			return { kind: "proof", code: first, facts: second };
		case "phrase":
			return { kind: "broker", code: first, facts: second };
		case "remark":
			return { kind: "command", code: first, facts: second };
		case "mend":
		case "refusedWith":
			return { kind: "problem", code: first, facts: second };
		case "notice":
		case "finding":
			return { kind: node.expression.text, severity: first, code: second, facts: third };
		default:
			return undefined;
	}
}

/** `{ code: "…", facts }`, with a mark that tells what it is; a reason has none. */
function writtenOut(node: ts.Node): Found | undefined {
	if (!ts.isObjectLiteralExpression(node)) return undefined;
	const code = initializerOf(node, "code");
	const facts = initializerOf(node, "facts");
	if (code === undefined || facts === undefined || !ts.isStringLiteral(code)) return undefined;
	const mark = Object.keys(MARKS).find((name) => initializerOf(node, name) !== undefined);
	return { kind: (mark === undefined ? undefined : MARKS[mark]) ?? "reason", code, facts };
}

function initializerOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
	for (const property of object.properties) {
		if (property.name?.getText() !== name) continue;
		if (ts.isPropertyAssignment(property)) return property.initializer;
		if (ts.isShorthandPropertyAssignment(property)) return property.name;
	}
	return undefined;
}

/** The texts that an expression can come to; none where that is decided elsewhere. */
function literals(expression: ts.Expression): readonly string[] {
	if (ts.isStringLiteral(expression)) return [expression.text];
	if (ts.isConditionalExpression(expression))
		return [...literals(expression.whenTrue), ...literals(expression.whenFalse)];
	// The one code that is put together. `auto` is not a reason to rest.
	if (expression.getText() === ["`mode_$", "{mode}`"].join(""))
		return MODES.filter((m) => m !== "auto").map((m) => `mode_${m}`);
	return [];
}

function factsOf(facts: ts.Expression | undefined): Pick<Given, "facts" | "own_text"> {
	if (facts === undefined) return { facts: [], own_text: false };
	if (!ts.isObjectLiteralExpression(facts)) return { own_text: false };
	const names = facts.properties.flatMap((p) => (p.name === undefined ? [] : [p.name.getText()]));
	const whole = !facts.properties.some(ts.isSpreadAssignment);
	return { ...(whole ? { facts: names } : {}), own_text: names.includes("text") };
}
