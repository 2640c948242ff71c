import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";

const SRC = join(import.meta.dirname, "../../../src");
const page = readFileSync(join(import.meta.dirname, "../../../docs/architecture.md"), "utf8");
/** `Board.write` (`runtime/board.ts`): a name and the file that it stands in. */
const named = [...page.matchAll(/`([\w.]+)`\s+\(`([\w/-]+\.ts)`\)/g)].map(([, name = "", path = ""]) => [name, path]);

describe("the ways through the house in docs/architecture.md", () => {
	test("are told step by step", () => {
		expect(named.length).toBeGreaterThan(15);
	});
	test.each(named)("go by %s in src/%s", (name, path) => {
		expect(existsSync(join(SRC, path))).toBe(true);
		const text = readFileSync(join(SRC, path), "utf8");
		const missing = name.split(".").filter((part) => !new RegExp(`\\b${part}\\b`).test(text));
		expect(missing).toEqual([]);
	});
});

type Pair = readonly [from: string, to: string];

/** The rooms of a drawing, and its arrows; one from or to a subgraph is one for each room in it. */
function drawing(text: string): { readonly rooms: readonly string[]; readonly arrows: readonly Pair[] } {
	const inside = new Map<string, string[]>();
	const rooms = new Set<string>();
	const ends: (readonly [readonly string[], readonly string[]])[] = [];
	let graph: string | undefined;
	for (const line of text.split("\n").map((one) => one.replaceAll(/\[[^\]]*\]/g, "").trim())) {
		const [, opened] = /^subgraph (\S+)/.exec(line) ?? [];
		if (opened !== undefined) {
			graph = opened;
			inside.set(opened, []);
		} else if (line === "end") graph = undefined;
		else if (line !== "" && !line.startsWith("flowchart")) {
			const steps = line.split("-->").map((step) => step.split("&").map((name) => name.trim()));
			for (const name of steps.flat().filter((one) => !inside.has(one))) {
				rooms.add(name);
				if (graph !== undefined) inside.get(graph)?.push(name);
			}
			for (const [n, to] of steps.entries()) if (n > 0) ends.push([steps[n - 1] ?? [], to]);
		}
	}
	const all = (names: readonly string[]) => names.flatMap((name) => inside.get(name) ?? [name]);
	const arrows = ends.flatMap(([from, to]) => all(from).flatMap((a) => all(to).map((b): Pair => [a, b])));
	return { rooms: [...rooms], arrows };
}

/** Whether arrows lead from one room to another, over however many. */
function leads(arrows: readonly Pair[], [from, to]: Pair, seen = new Set<string>()): boolean {
	if (from === to) return true;
	seen.add(from);
	return arrows.some(([a, b]) => a === from && !seen.has(b) && leads(arrows, [b, to], seen));
}

/** Which room imports which, as arrows: from the imported one. Texts beside rules and drivers are of `words`. */
function imported(): readonly Pair[] {
	const pairs = new Set<string>();
	for (const file of globSync("**/*.ts", { cwd: SRC })) {
		const own = /(?:\.|^[^/]+\/)texts\.ts$/.test(file) ? "words" : (file.split("/")[0] ?? "");
		for (const [, path = ""] of readFileSync(join(SRC, file), "utf8").matchAll(
			/["'](#[\w.-]+\/[\w./-]+|ha-mqtt-discovery)["']/g,
		)) {
			const room = /(?:\.|^#[^/]+\/)texts\.ts$/.test(path) ? "words" : path.replace("#", "").split("/")[0];
			if (room !== own) pairs.add(`${room} ${own}`);
		}
	}
	return [...pairs].map((pair) => pair.split(" ") as unknown as Pair);
}

describe("the drawing of rooms and walls in docs/architecture.md", () => {
	const [, text = ""] = /^## Rooms and walls\n+```mermaid\n(.*?)^```/ms.exec(page) ?? [];
	const { rooms, arrows } = drawing(text);
	const imports = imported();

	test("has every room, and none that is not there", () => {
		expect(rooms.toSorted()).toEqual([...readdirSync(SRC), "ha-mqtt-discovery"].sort());
	});
	test("has a way for every import, and no arrow against one", () => {
		expect(imports.length).toBeGreaterThan(60);
		expect(imports.filter((pair) => !leads(arrows, pair))).toEqual([]);
		expect(imports.filter(([from, to]) => leads(arrows, [to, from]))).toEqual([]);
	});
	test("has no arrow between two rooms of which neither imports the other", () => {
		const single = drawing(text.replaceAll(/^.*\b(?:ground|core|world|views)\b(?! \[).*$/gm, "")).arrows;
		const known = new Set(imports.map((pair) => pair.join(" ")));
		expect(single.length).toBeGreaterThan(15);
		expect(single.filter((pair) => !known.has(pair.join(" ")))).toEqual([]);
	});
});
