import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { parse } from "yaml";
import { repository } from "../../fakes/supervisor/manifest.ts";

const FOLDER = join(import.meta.dirname, "../../../.github/workflows");

interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, string>>;
}
interface Job {
	readonly needs?: string | readonly string[];
	readonly uses?: string;
	readonly permissions?: Readonly<Record<string, string>>;
	readonly steps?: readonly Step[];
}
interface Workflow {
	readonly on: Readonly<Record<string, unknown>>;
	readonly permissions: unknown;
	readonly env: Readonly<Record<string, string>>;
	readonly jobs: Readonly<Record<string, Job>>;
}
const files = readdirSync(FOLDER);
const workflow = (file: string): Workflow => parse(readFileSync(join(FOLDER, file), "utf8"));
const steps = ({ steps = [] }: Job) => steps;

describe.each(files)("the workflow %s", (file) => {
	const { permissions, env, jobs } = workflow(file);

	it("is not called as settings of the old builder are", () => {
		expect(file).toMatch(/^(?!build\.)[a-z]+\.yaml$/);
	});

	it("takes actions by a whole version, so that the same commit is always made the same way", () => {
		const used = Object.values(jobs).flatMap((job) => [job.uses, ...steps(job).map(({ uses }) => uses)]);
		const actions = used.flatMap((uses) => (uses === undefined || uses.startsWith("./") ? [] : [uses]));
		expect(actions.length).toBeGreaterThan(3);
		expect(actions.filter((action) => !/@v?\d+\.\d+\.\d+$/.test(action))).toEqual([]);
	});

	it("may read, and write only where a job says so", () => {
		expect(permissions).toEqual({ contents: "read" });
	});

	it("is for the machines that the manifest names", () => {
		expect(JSON.parse(env["ARCHITECTURES"] ?? "")).toEqual(repository().manifest.arch);
	});

	it("has nobody's login left in a checkout but where something is pushed", () => {
		const left = Object.entries(jobs).filter(([, job]) =>
			steps(job).some((s) => s.uses?.startsWith("actions/checkout@") && s.with?.["persist-credentials"] === undefined),
		);
		expect(left.map(([name]) => name)).toEqual(file === "release.yaml" ? ["offer"] : []);
	});
});

test("CI makes the image on a machine of each kind, and publishes none", () => {
	const { jobs } = workflow("ci.yaml");
	const [made] = Object.values(jobs).flatMap((job) => steps(job).filter((s) => s.uses?.includes("/build-image@")));
	expect(made?.with).toMatchObject({ push: "false", cosign: "false" });
	expect(Object.values(jobs).flatMap((job) => Object.keys(job.permissions ?? {}))).toEqual([]);
	expect(
		Object.values(jobs)
			.flatMap(steps)
			.map(({ run }) => run),
	).toContain(".ci/run");
});

describe("a release", () => {
	const { on, jobs } = workflow("release.yaml");
	const needs = (name: string): readonly string[] => [jobs[name]?.needs ?? []].flat();
	/** All that has to be done before a job begins. */
	const earlier = (name: string): ReadonlySet<string> =>
		new Set(needs(name).flatMap((need) => [need, ...earlier(need)]));
	const jobThat = (does: RegExp) => {
		const found = Object.entries(jobs).filter(([, job]) => steps(job).some((s) => does.test(`${s.uses} ${s.run}`)));
		expect(found).toHaveLength(1);
		return found[0]?.[0] ?? "";
	};
	const ready = jobThat(/release\.ts ready/);
	const images = jobThat(/\/build-image@/);
	const name = jobThat(/\/publish-multi-arch-manifest@/);
	const signed = jobThat(/\/cosign-verify@/);
	const offer = jobThat(/release\.ts offer/);

	it("is a tag, and nothing else", () => {
		expect(on).toEqual({ push: { tags: ["v*"] } });
	});

	it("is tested before an image is published", () => {
		const test = Object.entries(jobs).find(([, job]) => job.uses === "./.github/workflows/ci.yaml")?.[0] ?? "";
		expect([...earlier(images)]).toEqual(expect.arrayContaining([ready, test]));
		expect(workflow("ci.yaml").on).toHaveProperty("workflow_call");
	});

	// #offered-last-both-images
	it("is offered last: after both images, their common name, and a look at the signature", () => {
		expect([...earlier(offer)].sort()).toEqual(
			Object.keys(jobs)
				.filter((job) => job !== offer)
				.sort(),
		);
		expect([...earlier(signed)]).toContain(name);
		expect([...earlier(name)]).toContain(images);
	});

	it("is offered by the only job that may change the repository", () => {
		const writers = Object.entries(jobs).filter(([, { permissions }]) => permissions?.["contents"] === "write");
		expect(writers.map(([job]) => job)).toEqual([offer]);
	});

	it("is signed without a key: whoever publishes may ask for a token that says who asked", () => {
		for (const job of [images, name])
			expect(jobs[job]?.permissions).toMatchObject({ "id-token": "write", packages: "write" });
		const published = [images, name]
			.flatMap((job) => steps(jobs[job] ?? {}))
			.filter((s) => s.uses?.includes("/builder/"));
		expect(published.filter((s) => s.with?.["cosign"] !== undefined)).toEqual([]);
	});

	it("says what the images are", () => {
		const [made] = steps(jobs[images] ?? {}).filter((s) => s.uses?.includes("/build-image@"));
		expect(made?.with?.["labels"]).toMatch(/io\.hass\.type=app\nio\.hass\.name=Solar Heating\nio\.hass\.url=/);
		expect(made?.with?.["push"]).toBe("true");
	});
});
