import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { publicAddress } from "./address.ts";

/** The parts of a release in the checkout. */
export interface Release {
	/** `v1.2.3` */
	readonly tag: string;
	readonly package_json: string;
	readonly changelog: string;
	/** config.yaml */
	readonly manifest: string;
	/** repository.yaml */
	readonly repository: string;
}

const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** Why this tag cannot be released; empty if it can. */
export function obstacles({ tag, package_json, changelog, manifest, repository }: Release): readonly string[] {
	const version = tag.replace(/^v/, "");
	if (!tag.startsWith("v") || !VERSION.test(version)) return [`The tag ${tag} is not of the form v1.2.3.`];
	const packaged = (JSON.parse(package_json) as { readonly version: string }).version;
	const written = /^## (\S+)/m.exec(changelog)?.[1];
	const offered = String(parseDocument(manifest).get("version"));
	const image = parseDocument(manifest).get("image");
	return [
		...(publicAddress(repository) !== undefined
			? []
			: ["repository.yaml names no public address: put the one of this repository there, and run npm run generate."]),
		...(packaged === version ? [] : [`package.json has version ${packaged}: set it to ${version}.`]),
		...(written === version
			? []
			: [`CHANGELOG.md begins with ${written ?? "nothing"}: write what is new in ${version}.`]),
		...(image !== undefined && !later(version, offered)
			? [`config.yaml offers ${offered} already: houses would be told of ${version} never, or too early.`]
			: []),
	];
}

/** The manifest that offers this version and image to every house. Everything else stays. */
export function offering(manifest: string, version: string, image: string): string {
	const withoutImage = manifest.replace(/^image: .*\n/m, "");
	return withoutImage.replace(/^version: .*\n/m, `version: "${version}"\nimage: ${image}\n`);
}

function later(a: string, b: string): boolean {
	const [x, y] = [a, b].map((v) => v.split(".").map(Number));
	const at = x?.findIndex((n, i) => n !== y?.[i]) ?? -1;
	return at >= 0 && (x?.[at] ?? 0) > (y?.[at] ?? 0);
}

/** `ready TAG` prints the version of a tag that may be released; `offer VERSION IMAGE` writes config.yaml. */
function main([what, first = "", image = ""]: readonly string[]): number {
	const path = (file: string) => join(import.meta.dirname, "..", file);
	const read = (file: string) => readFileSync(path(file), "utf8");
	const manifest = read("config.yaml");
	if (what === "offer" && VERSION.test(first) && image !== "") {
		if (publicAddress(read("repository.yaml")) === undefined) {
			console.error("repository.yaml names no public address: nothing is offered.");
			return 1;
		}
		writeFileSync(path("config.yaml"), offering(manifest, first, image));
		return 0;
	}
	if (what !== "ready") {
		console.error("Usage: release.ts ready vVERSION | release.ts offer VERSION IMAGE");
		return 2;
	}
	const problems = obstacles({
		tag: first,
		package_json: read("package.json"),
		changelog: read("CHANGELOG.md"),
		manifest,
		repository: read("repository.yaml"),
	});
	for (const problem of problems) console.error(problem);
	if (problems.length === 0) console.log(first.slice(1));
	return problems.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
