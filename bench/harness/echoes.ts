import { setTimeout as pause } from "node:timers/promises";
import type { Commander } from "./commander.ts";
import { type Commanded, commanded, type Message, pumpSwitch } from "./milestones.ts";

/** ms after which a command counts as lost. */
const LOST = 2000;
const WITHIN = 15_000;

/** Waits until the switch of the pump and the number of the charging's start are announced, each with a state. */
export const announced = (commander: Commander) =>
	new Promise<{ readonly pump: Commanded; readonly setting: Commanded }>((resolve, reject) => {
		const seen: Message[] = [];
		const stated = ({ state }: Commanded) => seen.some(({ topic }) => topic === state);
		const timer = setTimeout(() => reject(new Error("The pump and its setting were not announced.")), WITHIN);
		commander.onMessage((topic, payload) => {
			seen.push({ from: "client", topic, payload: Buffer.from(payload) });
			const pump = pumpSwitch(seen);
			const setting = commanded(seen, "number", /\b(?:solar_charging_)?start_at\/set$/);
			if (pump === undefined || setting === undefined || !stated(pump) || !stated(setting)) return;
			clearTimeout(timer);
			resolve({ pump, setting });
		});
	});

/** Sends a command, waits for its echo, sends the next. `gap` is the pause in ms before each. */
export async function echoed(
	commander: Commander,
	{ state, command }: Commanded,
	payloads: readonly string[],
	gap: number,
): Promise<readonly (number | "lost")[]> {
	const all: (number | "lost")[] = [];
	for (const payload of payloads) {
		if (gap > 0) await pause(gap);
		const echo = echoOf(commander, state, payload);
		const sent = performance.now();
		commander.publish(command, payload);
		const at = await echo;
		all.push(at === undefined ? "lost" : at - sent);
	}
	return all;
}

const echoOf = (commander: Commander, state: string, payload: string) =>
	new Promise<number | undefined>((resolve) => {
		const timer = setTimeout(() => resolve(undefined), LOST);
		commander.onMessage((topic, text) => {
			if (topic !== state || text !== payload) return;
			clearTimeout(timer);
			resolve(performance.now());
		});
	});
