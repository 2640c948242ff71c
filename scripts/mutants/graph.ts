import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";

/** What imports what among the source files of a tree, by paths from its root. Packages are left out. */
export class Graph {
	private readonly root: string;
	private readonly direct = new Map<string, readonly string[]>();

	constructor(root: string) {
		this.root = root;
	}

	/** A file, and all that it imports, and what that imports. */
	closure(file: string): ReadonlySet<string> {
		const all = new Set([file]);
		for (const one of all) for (const other of this.imports(one)) all.add(other);
		return all;
	}

	/** Those of the files of this closure that import a file, at whatever distance, and itself. */
	importers(file: string, closure: ReadonlySet<string>): ReadonlySet<string> {
		const found = new Set([file]);
		for (let before = 0; before < found.size; ) {
			before = found.size;
			for (const one of closure) if (this.imports(one).some((other) => found.has(other))) found.add(one);
		}
		return found;
	}

	private imports(file: string): readonly string[] {
		const known = this.direct.get(file);
		if (known !== undefined) return known;
		const { importedFiles } = ts.preProcessFile(readFileSync(join(this.root, file), "utf8"));
		const found = importedFiles.flatMap(({ fileName }) => {
			const to = fileName.startsWith("#") ? `src/${fileName.slice(1)}` : join(dirname(file), fileName);
			return /^[#.]/.test(fileName) && to.endsWith(".ts") && existsSync(join(this.root, to)) ? [normalize(to)] : [];
		});
		this.direct.set(file, found);
		return found;
	}
}
