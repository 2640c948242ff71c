import type { Mosquitto } from "../../test/fakes/mosquitto.ts";
import { startBroker } from "./broker.ts";
import type { Start } from "./plants.ts";
import { type Program, start } from "./program.ts";
import { openTap, type Tap } from "./tap.ts";

export interface Tapped {
	readonly program: Program;
	readonly tap: Tap;
	readonly broker: Mosquitto;
}

/**
 * Starts a program before a fresh broker with a tap between, lets `measure` watch it, and clears all away.
 * A failure carries the last words of the program.
 */
export async function tapped<T>(
	script: string,
	startAt: (port: number) => Start,
	measure: (tapped: Tapped) => Promise<T>,
): Promise<T> {
	const broker = await startBroker();
	const tap = await openTap(broker.port);
	const { args, env } = startAt(tap.port);
	const program = start(script, args, env);
	try {
		return await measure({ program, tap, broker });
	} catch (error) {
		throw new Error(`${error instanceof Error ? error.message : error}\n${program.output()}`, { cause: error });
	} finally {
		await program.end("SIGKILL");
		await tap.close();
		await broker.stop();
	}
}
