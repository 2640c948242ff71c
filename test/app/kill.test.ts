import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Intent } from "#model/decision/intent.ts";
import { outputId } from "#model/plant/plant.ts";
import { FULL } from "#model/quantities/units.ts";
import { FakeW1 } from "../fakes/w1.ts";
import { cleared, folder } from "./house.ts";

const COLLECTOR = "28-0000000000c0";
const TANK = "28-0000000000a0";

interface Line {
	readonly because?: Readonly<Record<string, string>>;
	readonly mode?: string;
	readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	readonly answered?: string;
	readonly told?: string;
}

/** A controller in a process of its own, on the folder and sensors of this test. */
class Life {
	readonly #child: ChildProcess;
	readonly #waiting = new Set<(line: Line) => void>();
	readonly said: Line[] = [];

	constructor(options: string, where: string) {
		const script = join(import.meta.dirname, "controller-process.ts");
		this.#child = spawn(process.execPath, [script, options, where], { stdio: ["pipe", "pipe", "inherit"] });
		createInterface({ input: this.#child.stdout ?? process.stdin }).on("line", (text) => {
			const line: Line = JSON.parse(text);
			this.said.push(line);
			for (const hear of this.#waiting) hear(line);
		});
	}

	/** The next line like this. The kill comes in the same moment, if one is wanted. */
	next(like: (line: Line) => boolean, then: "live" | "kill" = "live"): Promise<Line> {
		return new Promise((resolve) => {
			const hear = (line: Line) => {
				if (!like(line)) return;
				if (then === "kill") this.#child.kill("SIGKILL");
				this.#waiting.delete(hear);
				resolve(line);
			};
			this.#waiting.add(hear);
		});
	}

	ask(intent: Intent): void {
		this.#child.stdin?.write(`${JSON.stringify(intent)}\n`);
	}

	async kill(): Promise<void> {
		if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
		const ended = new Promise((resolve) => this.#child.once("exit", resolve));
		this.#child.kill("SIGKILL");
		await ended;
	}
}

describe("a SIGKILL in the moment of the answer", () => {
	let w1: FakeW1;
	let where: string;
	let options: string;
	let life: Life;
	beforeAll(() => {
		w1 = new FakeW1();
		where = folder();
		options = join(where, "options.json");
		const spared = { least_run: 0, least_rest: 0 };
		writeFileSync(
			options,
			JSON.stringify({
				turn: 0.2,
				one_wire: { root: w1.root, pace: 1 },
				sensors: [
					{ id: "collector", role: "collector", source: `one_wire:${COLLECTOR}` },
					{ id: "tank", role: "tank", source: `one_wire:${TANK}` },
				],
				outputs: [
					{ id: "pump", role: "pump", target: "simulated:pump", ...spared },
					{ id: "heater", role: "heater", target: "simulated:heater", ...spared },
				],
			}),
		);
		w1.set(TANK, 50);
		// Sensors of this kind end at 125 °C.
		w1.set(COLLECTOR, 120);
	});
	afterEach(() => life.kill());
	afterAll(async () => {
		w1.close();
		await cleared();
	});
	const turn = (line: Line) => line.because !== undefined;
	const answered = (line: Line) => line.answered !== undefined;
	const born = () => {
		life = new Life(options, where);
		return life.next(turn);
	};
	const killedAtAnswerTo = async (intent: Intent) => {
		const answer = life.next(answered, "kill");
		life.ask(intent);
		expect(await answer).toMatchObject({ answered: intent.kind, refused: null });
	};

	it("loses no setting", async () => {
		expect((await born()).settings?.["boil_stop"]).toMatchObject({ stop_at: 150 });
		await killedAtAnswerTo({ kind: "setting", rule: "boil_stop", field: "release_below", value: 100 });
		expect((await born()).settings?.["boil_stop"]).toMatchObject({ release_below: 100 });
		await killedAtAnswerTo({ kind: "setting", rule: "boil_stop", field: "stop_at", value: 115 });
	});

	it("loses no latch: between its two limits the boil stop stays", async () => {
		life = new Life(options, where);
		await life.next((line) => line.because?.["pump"] === "boiling", "kill");
		w1.set(COLLECTOR, 110);
		expect((await born()).because?.["pump"]).toBe("boiling");
	});

	it("loses no hold, and no mode", async () => {
		await born();
		await killedAtAnswerTo({ kind: "hold", output: outputId("heater"), want: FULL });
		expect((await born()).because?.["heater"]).toBe("held_on");
		await killedAtAnswerTo({ kind: "mode", mode: "off" });
		expect((await born()).mode).toBe("off");
		expect(life.said.map(({ told }) => told)).toContain("setting_kept");
	});
});
