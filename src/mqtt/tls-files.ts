import { readFileSync } from "node:fs";
import { type Problem, problem } from "#model/finding.ts";
import type { Tls } from "./broker.ts";

export interface TlsPaths {
	readonly ca?: string | undefined;
	readonly cert?: string | undefined;
	readonly key?: string | undefined;
}

export type TlsRead =
	| { readonly kind: "read"; readonly tls: Tls }
	| { readonly kind: "unreadable"; readonly problem: Problem };

const FILES = ["ca", "cert", "key"] as const;

/** The PEM texts behind the paths of the options. */
export function tlsFiles(paths: TlsPaths): TlsRead {
	const tls: Record<string, string> = {};
	for (const name of FILES) {
		const path = paths[name];
		if (path === undefined) continue;
		try {
			const text = readFileSync(path, "utf8");
			if (!text.includes("-----BEGIN ")) return unreadable(name, path, "This is no PEM file.");
			tls[name] = text;
		} catch (failed) {
			const code = failed instanceof Error && "code" in failed ? failed.code : failed;
			return unreadable(
				name,
				path,
				code === "ENOENT" ? "There is no such file." : `The file cannot be read (${String(code)}).`,
			);
		}
	}
	return { kind: "read", tls };
}

const unreadable = (name: string, path: string, remedy: string): TlsRead => ({
	kind: "unreadable",
	problem: problem(`mqtt.${name}`, path, remedy),
});
