import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { parse } from "yaml";
import { addressed, PLACEHOLDER, publicAddress } from "../../scripts/address.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const kept = execFileSync(
	"git",
	["-c", `safe.directory=${ROOT}`, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
	{
		cwd: ROOT,
		encoding: "utf8",
	},
)
	.split("\0")
	.filter(
		(file) =>
			/\.(?:md|ya?ml|json|ts|mjs|cjs|sh|txt|service|timer)$|Dockerfile$/.test(file) && existsSync(join(ROOT, file)),
	)
	.filter((file) => file !== "package-lock.json");

/** Hosts where anyone can register an owner's name, and the owner in an address there. */
const OWNED =
	/(?:\b|%2F)(?:github\.com|raw\.githubusercontent\.com|ghcr\.io|docker\.io|hub\.docker\.com\/r|quay\.io|gitlab\.com|codeberg\.org)(?:\/|%2F)([\w.-]+)/gi;
/** Owners that are who they say they are. */
const KNOWN: ReadonlySet<string> = new Set(["home-assistant"]);

const address = publicAddress(read("repository.yaml"));

describe("addresses on public hosts", () => {
	it("name nobody who could be somebody else: only owners that are known, and that of repository.yaml", () => {
		const own = address === undefined ? undefined : new URL(address).pathname.split("/")[1];
		const strangers = kept
			.filter((file) => !file.startsWith("test/contract/addresses"))
			.flatMap((file) => [...read(file).matchAll(OWNED)].map(([all, owner = ""]) => ({ file, all, owner })))
			.filter(({ owner }) => !KNOWN.has(owner) && owner !== own);
		expect(strangers).toEqual([]);
	});

	it("are seen in every writing", () => {
		const written = ["https://github.com/a/b", "ghcr.io/a/b:1", "url=https%3A%2F%2Fgithub.com%2Fa%2Fb"];
		expect(written.map((one) => [...one.matchAll(OWNED)].map(([, owner]) => owner))).toEqual([["a"], ["a"], ["a"]]);
	});

	it("of this repository stands in repository.yaml alone: the manifest leaves it out", () => {
		expect(parse(read("config.yaml"))).not.toHaveProperty("url");
		const named = kept.filter((file) => read(file).includes(String(parse(read("repository.yaml")).url)));
		if (address === undefined) expect(named.sort()).toEqual(["repository.yaml", "scripts/address.ts"]);
	});
});

describe("a public address", () => {
	test.each([PLACEHOLDER, "https://example/", "https://a.invalid/b", "https://git.test/b"])("is not %s", (url) => {
		expect(publicAddress(`url: ${url}\n`)).toBeUndefined();
	});

	it("is any other, without a slash at its end", () => {
		expect(publicAddress("url: https://git.our-house.org/heating/\n")).toBe("https://git.our-house.org/heating");
	});

	const page = "<!-- button -->\n\nText.\n\n![A picture of the page](docs/images/page.png)\n";
	const known = "https://github.com/home-assistant/example";

	it("brings the button, and pictures that are seen from elsewhere; without one there is neither", () => {
		const shown = addressed(page, known);
		expect(shown).toContain("repository_url=https%3A%2F%2Fgithub.com%2Fhome-assistant%2Fexample)\n\nText.");
		expect(shown).toContain("(https://raw.githubusercontent.com/home-assistant/example/HEAD/docs/images/page.png)");
		expect(addressed(shown, known)).toBe(shown);
		expect(addressed(shown, undefined)).toBe(page);
	});

	it("at another host brings the button, and leaves pictures as they are", () => {
		const shown = addressed(page, "https://git.our-house.org/heating");
		expect(shown).toContain("repository_url=https%3A%2F%2Fgit.our-house.org%2Fheating)");
		expect(shown).toContain("(docs/images/page.png)");
	});
});
