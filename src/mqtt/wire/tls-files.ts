import { fileRemedy, textOfFile } from "#files/named-file.ts";
import { type Problem, problem } from "#model/findings/finding.ts";
import { mend, type Sentence } from "#model/sentences/sentence.ts";
import type { Tls } from "../broker.ts";

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
			const text = textOfFile(path);
			if (!text.includes("-----BEGIN ")) return unreadable(name, path, mend("no_pem"));
			tls[name] = text;
		} catch (failed) {
			return unreadable(name, path, fileRemedy(failed));
		}
	}
	return { kind: "read", tls };
}

const unreadable = (name: string, path: string, remedy: Sentence): TlsRead => ({
	kind: "unreadable",
	problem: problem(`mqtt.${name}`, path, remedy),
});
