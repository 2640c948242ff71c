import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TREATMENTS } from "ha-mqtt-discovery/home-assistant";
import * as z from "zod";
import { run } from "../../../scripts/child.ts";
import {
	type HomeAssistantRelease,
	homeAssistantFolder,
	inside,
	NEWEST,
} from "../../../scripts/home-assistant/place.ts";

/** A published message. `mark` occurs in everything that is reported about it. */
export interface Probe {
	readonly mark: string;
	readonly topic: string;
	readonly payload: string;
	/** How many entities it declares. */
	readonly entities: number;
	/** The entity id that it proposes. */
	readonly proposed: string | undefined;
}

const Read = z.array(z.object({ mark: z.string(), treatment: z.enum(TREATMENTS), why: z.string() }));
export type Read = z.output<typeof Read>[number];

/** What the schemas of a release of Home Assistant make of each, by its own Python. Throws what that says. */
export async function readBySchemas(
	probes: readonly Pick<Probe, "mark" | "topic" | "payload">[],
	release: HomeAssistantRelease = NEWEST,
): Promise<ReadonlyMap<string, Read>> {
	const dir = mkdtempSync(join(tmpdir(), "schemas-"));
	try {
		writeFileSync(join(dir, "cases.json"), JSON.stringify(probes));
		const script = readFileSync(join(import.meta.dirname, "schemas.py"), "utf8");
		const folder = homeAssistantFolder(process.env, release);
		const { config } = inside(folder, dir, []);
		const { command, env } = inside(folder, dir, ["-c", script, config]);
		const [program, ...args] = command;
		const { code, output } = await run(program, args, { env });
		if (code !== 0) throw new Error(output);
		const read = Read.parse(JSON.parse(readFileSync(join(dir, "read.json"), "utf8")));
		return new Map(read.map((one) => [one.mark, one]));
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}
