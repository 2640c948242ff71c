import ts from "typescript";
import type { Kind, Mutant } from "./mutant.ts";

const { SyntaxKind: Syntax } = ts;

interface Change {
	readonly kind: Kind;
	readonly node: ts.Node;
	readonly by: string;
}

/** By operator: the opposite, and what differs only at the limit or in one side. */
const OPERATORS: Readonly<Partial<Record<ts.SyntaxKind, readonly (readonly [Kind, string])[]>>> = {
	[Syntax.LessThanToken]: [
		["comparison", ">="],
		["boundary", "<="],
	],
	[Syntax.LessThanEqualsToken]: [
		["comparison", ">"],
		["boundary", "<"],
	],
	[Syntax.GreaterThanToken]: [
		["comparison", "<="],
		["boundary", ">="],
	],
	[Syntax.GreaterThanEqualsToken]: [
		["comparison", "<"],
		["boundary", ">"],
	],
	[Syntax.EqualsEqualsEqualsToken]: [["comparison", "!=="]],
	[Syntax.ExclamationEqualsEqualsToken]: [["comparison", "==="]],
	[Syntax.AmpersandAmpersandToken]: [["logic", "||"]],
	[Syntax.BarBarToken]: [["logic", "&&"]],
	[Syntax.PlusToken]: [["arithmetic", "-"]],
	[Syntax.MinusToken]: [["arithmetic", "+"]],
	[Syntax.AsteriskToken]: [["arithmetic", "/"]],
	[Syntax.SlashToken]: [["arithmetic", "*"]],
	[Syntax.PercentToken]: [["arithmetic", "*"]],
	[Syntax.PlusEqualsToken]: [["arithmetic", "-="]],
	[Syntax.MinusEqualsToken]: [["arithmetic", "+="]],
};

/** The same for methods: those of `compare`, and functions that choose. */
const METHODS: Readonly<Record<string, readonly (readonly [Kind, string])[]>> = {
	"compare.atLeast": [
		["comparison", "below"],
		["boundary", "above"],
	],
	"compare.above": [
		["comparison", "atMost"],
		["boundary", "atLeast"],
	],
	"compare.atMost": [
		["comparison", "above"],
		["boundary", "below"],
	],
	"compare.below": [
		["comparison", "atLeast"],
		["boundary", "atMost"],
	],
	"Math.min": [["comparison", "max"]],
	"Math.max": [["comparison", "min"]],
	"Math.ceil": [["arithmetic", "floor"]],
	"Math.floor": [["arithmetic", "ceil"]],
};
/** Of lists. */
const QUANTIFIERS: Readonly<Record<string, string>> = { some: "every", every: "some" };

const RANKS = ["safety", "manual", "protection", "normal", "upkeep"];

/** Every mutant of a source file, in the order of its text. */
export function mutantsIn(file: string, text: string): readonly Mutant[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const found: Mutant[] = [];
	const look = (node: ts.Node): void => {
		if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
		for (const { kind, node: at, by } of changesTo(node, source)) found.push(mutantAt(source, kind, at, by));
		ts.forEachChild(node, look);
	};
	look(source);
	return found.toSorted((a, b) => a.start - b.start);
}

function mutantAt(source: ts.SourceFile, kind: Kind, node: ts.Node, by: string): Mutant {
	const start = node.getStart(source);
	const { line, character } = source.getLineAndCharacterOfPosition(start);
	const lines = source.text
		.split("\n")
		.map((one) => ({ text: one.trim(), indented: one.length - one.trimStart().length }));
	const { text = "", indented = 0 } = lines[line] ?? {};
	const nth = lines.slice(0, line).filter((other) => other.text === text).length;
	const [was, column] = [node.getText(source), character - indented];
	return { file: source.fileName, line: line + 1, kind, start, end: node.end, was, by, text, column, nth };
}

function changesTo(node: ts.Node, source: ts.SourceFile): readonly Change[] {
	if (ts.isBinaryExpression(node)) return ofOperator(node);
	if (ts.isCallExpression(node)) return ofCall(node, source);
	if (ts.isPrefixUnaryExpression(node)) return ofPrefix(node, source);
	if (ts.isNumericLiteral(node)) return ofNumber(node);
	if (ts.isStringLiteral(node)) return ofRank(node);
	return ofCondition(node, source);
}

function ofOperator({ left, right, operatorToken: node }: ts.BinaryExpression): readonly Change[] {
	// A plus between texts adds nothing up.
	if (node.kind === Syntax.PlusToken && (ts.isStringLiteralLike(left) || ts.isStringLiteralLike(right))) return [];
	return (OPERATORS[node.kind] ?? []).map(([kind, by]) => ({ kind, node, by }));
}

function ofCall({ expression }: ts.CallExpression, source: ts.SourceFile): readonly Change[] {
	if (!ts.isPropertyAccessExpression(expression)) return [];
	const { name: node } = expression;
	const by = QUANTIFIERS[node.text];
	if (by !== undefined) return [{ kind: "logic", node, by }];
	return (METHODS[expression.getText(source)] ?? []).map(([kind, other]) => ({ kind, node, by: other }));
}

function ofPrefix(node: ts.PrefixUnaryExpression, source: ts.SourceFile): readonly Change[] {
	const operand = node.operand.getText(source);
	if (node.operator === Syntax.ExclamationToken) return [{ kind: "logic", node, by: operand }];
	// In brackets, or `a -- b` would be another operator.
	return node.operator === Syntax.MinusToken ? [{ kind: "sign", node, by: `(${operand})` }] : [];
}

/** A step of about a tenth: 65 ± 1, 120 ± 10, 3600 ± 100, 0.5 ± 0.1; a small whole number ± 1. */
function ofNumber(node: ts.NumericLiteral): readonly Change[] {
	const value = Number(node.text.replaceAll("_", ""));
	const magnitude = 10 ** (Math.floor(Math.log10(value)) - 1);
	const step = Number.isInteger(value) ? Math.max(1, magnitude) : value < 1 ? magnitude * 10 : magnitude;
	const by = (other: number): string => `${Number(other.toPrecision(12))}`;
	return [value + (value === 0 ? 1 : step), value - (value === 0 ? 1 : step)].map((other) => ({
		kind: "constant",
		node,
		by: other < 0 ? `(${by(other)})` : by(other),
	}));
}

/** A rank becomes the next stronger and the next weaker one. */
function ofRank(node: ts.StringLiteral): readonly Change[] {
	const at = RANKS.indexOf(node.text);
	if (at < 0 || !ts.isCallExpression(node.parent)) return [];
	const beside = [RANKS[at - 1], RANKS[at + 1]].filter((rank) => rank !== undefined);
	return beside.map((rank) => ({ kind: "rank", node, by: `"${rank}"` }));
}

/** A condition that is no comparison is turned round. */
function ofCondition(node: ts.Node, source: ts.SourceFile): readonly Change[] {
	const { parent } = node;
	if (parent === undefined) return [];
	const decides =
		(ts.isIfStatement(parent) && parent.expression === node) ||
		(ts.isConditionalExpression(parent) && parent.condition === node);
	const plain = ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
	return decides && plain ? [{ kind: "logic", node, by: `!${node.getText(source)}` }] : [];
}
