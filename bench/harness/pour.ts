import { setTimeout as pause } from "node:timers/promises";
import { type Commander, publishPacket } from "./commander.ts";

export interface Flood {
	/** Commands a second; absent: as fast as the broker takes them. */
	readonly rate?: number;
	readonly seconds: number;
	/** What it is made of, in turn. */
	readonly messages: readonly (readonly [topic: string, payload: string])[];
}

/** So many are written at a time where no rate is given. */
const AT_A_TIME = 2000;
/** ms between two writings. */
const STEP = 10;

/** Sends all of it; comes back with how many messages a second the network took. */
export async function pour(commander: Commander, { rate, seconds, messages }: Flood): Promise<number> {
	const began = performance.now();
	const block = blockOf(messages, rate === undefined ? AT_A_TIME : (rate * STEP) / 1000);
	const each = rate === undefined ? AT_A_TIME : (rate * STEP) / 1000;
	let sent = 0;
	const elapsed = () => (performance.now() - began) / 1000;
	while (elapsed() < seconds) {
		await commander.pour(block);
		sent += each;
		if (rate !== undefined) await pause(Math.max(0, (sent / rate - elapsed()) * 1000));
	}
	return sent / elapsed();
}

function blockOf(messages: Flood["messages"], count: number): Buffer {
	const packets = messages.map(([topic, payload]) => publishPacket(topic, payload));
	return Buffer.concat(Array.from({ length: count }, (_, nth) => packets[nth % packets.length] ?? Buffer.alloc(0)));
}
