import type { SpawnOptions } from "node:child_process";
import { createHash } from "node:crypto";
import { run, written } from "../child.ts";
import type { Containers } from "./containers.ts";

/** Runs a program to its end, and gives what it printed; throws with the whole command and its last words. */
export async function demand(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
	const { code, stdout, output } = await run(program, args, options);
	if (code === 0) return stdout;
	const words = output.trimEnd().split("\n").slice(-15).join("\n");
	const env = Object.entries(options.env ?? {}).map(([name, value]) => `${name}=${value}`);
	throw new Error(`This failed:\n  ${written([...env, program, ...args])}\n${words}`);
}

/** An image of ours by this name, if it is there. */
export const imageIs = async ({ env }: Containers, name: string) =>
	(await run("podman", ["image", "exists", name], { env })).code === 0;

/**
 * An image of one layer, made of whole folders and archives.
 * @param parts what is added, and where in the image
 */
export async function layered(
	{ env }: Containers,
	name: string,
	from: string,
	parts: readonly (readonly [from: string, to: string])[],
	settings: readonly string[],
): Promise<void> {
	const buildah = async (...args: readonly string[]) => (await demand("buildah", args, { env })).trim();
	const container = await buildah("from", "--pull-never", from);
	try {
		for (const [source, target] of parts) await buildah("add", "--quiet", container, source, target);
		if (settings.length > 0) await buildah("config", ...settings, container);
		await buildah("commit", "--quiet", "--format", "docker", container, name);
	} finally {
		await buildah("rm", container);
	}
}

/** Names a thing by all that it is made of, so that a changed one is made anew. */
export const keyOf = (...parts: readonly string[]) =>
	createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 12);
