import { textOf } from "../files/encoding.ts";
import { found, type Wanted } from "../files/file.ts";

/** What happens to the lines of the changed files. */
export interface Lines {
	readonly gone: number;
	readonly come: number;
	/** Missing settings that no change may remove: `FILE: LINE`. */
	readonly lost: readonly string[];
}

/** A change that removes one of these locks clients out, or lets strangers in. */
const STRUCTURE =
	/^ *(listener|port|bind_address|protocol|connection|address|topic|include_dir|password_file|acl_file|psk_file|certfile|keyfile|plugin|auth_plugin|global_plugin|plugin_load|plugin_use|(?:plugin|auth)_opt_\S+|per_listener_settings) +(.*)$/;

/**
 * Compares text with text, without knowledge of the change. So it notices mistakes there.
 * @param configs the files that are configurations
 */
export async function linesOf(files: readonly Wanted[], configs: ReadonlySet<string>): Promise<Lines> {
	const all = await Promise.all(
		files.map(async ({ path, bytes }) => {
			const [before, after] = [(await found(path))?.bytes, bytes].map(split);
			const gone = without(before ?? [], after ?? []);
			const lost = without((before ?? []).flatMap(structure), (after ?? []).flatMap(structure));
			return {
				gone: gone.length,
				come: without(after ?? [], before ?? []).length,
				lost: configs.has(path) ? lost.map((line) => `${path}: ${line}`) : [],
			};
		}),
	);
	return {
		gone: all.reduce((sum, { gone }) => sum + gone, 0),
		come: all.reduce((sum, { come }) => sum + come, 0),
		lost: all.flatMap(({ lost }) => lost),
	};
}

const split = (bytes: Buffer | undefined): readonly string[] =>
	bytes === undefined || bytes.length === 0 ? [] : textOf(bytes).replace(/\n$/, "").split("\n");

function structure(line: string): readonly string[] {
	const [, key, value = ""] = STRUCTURE.exec(line.replace(/\r$/, "")) ?? [];
	return key === undefined ? [] : [`${key} ${value.trim()}`];
}

/** Lines of the first that the second lacks, counted. */
function without(some: readonly string[], others: readonly string[]): readonly string[] {
	const left = new Map<string, number>();
	for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
	return some.filter((line) => {
		const count = left.get(line) ?? 0;
		left.set(line, count - 1);
		return count < 1;
	});
}
