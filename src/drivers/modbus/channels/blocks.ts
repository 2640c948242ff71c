import type { Measured } from "#model/plant/device.ts";
import { fault } from "#model/plant/fault.ts";
import { type Instant, type Seconds, seconds } from "#model/quantities/units.ts";
import { OddTemperatures } from "../../bus/odd-temperature.ts";
import { type ReadFunction, readRequest } from "../line/frame.ts";
import type { ModbusLine, Reply } from "../line/line.ts";
import type { Area, SensorPoint } from "../maps/map.ts";
import { measuredAt, type Registers, wordsOf } from "./values.ts";

/** A channel that is read. */
export interface Read {
	readonly channel: string;
	readonly unit: number;
	readonly point: SensorPoint;
	readonly areas: readonly Area[];
}

/** So long a temperature says something of the next one. */
const RECENT = seconds(60);

/** Registers that one request reads. */
interface Block {
	readonly unit: number;
	readonly code: ReadFunction;
	start: number;
	end: number;
	/** The answer of a request that is under way, for all channels that ask meanwhile. */
	reply?: Promise<Reply>;
}

/** The registers of all channels, in as few requests as their units allow. */
export class Blocks {
	readonly #line: ModbusLine;
	readonly #device: string;
	readonly #reads = new Map<string, Read>();
	readonly #blocks = new Map<string, Block>();
	/** Of each DS18B20. */
	readonly #odd = new Map<string, OddTemperatures>();
	readonly #now: () => Instant;

	constructor(device: string, line: ModbusLine, reads: readonly Read[], now: () => Instant) {
		this.#device = device;
		this.#now = now;
		this.#line = line;
		for (const read of reads) {
			this.#reads.set(read.channel, read);
			if (read.point.ds18b20) this.#odd.set(read.channel, new OddTemperatures(RECENT));
			for (const { key, ...span } of spansOf(read)) {
				const block = this.#blocks.get(key) ?? { ...span };
				block.start = Math.min(block.start, span.start);
				block.end = Math.max(block.end, span.end);
				this.#blocks.set(key, block);
			}
		}
	}

	async read(channel: string): Promise<Measured> {
		const read = this.#reads.get(channel);
		if (read === undefined) return { kind: "failed", fault: fault("missing", { device: this.#device, channel }) };
		const facts = { device: this.#device, unit: read.unit };
		const found: { readonly block: Block; readonly data: Uint8Array }[] = [];
		for (const { key } of spansOf(read)) {
			const block = this.#blocks.get(key);
			const reply = block && (await this.#replyOf(block));
			if (block === undefined || reply?.kind !== "data") return { kind: "failed", fault: faultIn(reply, facts) };
			found.push({ block, data: reply.data });
		}
		const registers: Registers = (register, count) => {
			const at = found.find(({ block }) => block.start <= register && register + count <= block.end);
			return at && viewOf(at.block, at.data, register, count);
		};
		const measured = measuredAt(read.point, registers, facts);
		const odd = this.#odd.get(channel);
		return measured.kind === "failed" || odd === undefined || odd.believes(measured.value, this.#now())
			? measured
			: { kind: "failed", fault: fault("power_on_value", facts) };
	}

	shift(by: Seconds): void {
		for (const odd of this.#odd.values()) odd.shift(by);
	}

	#replyOf(block: Block): Promise<Reply> {
		block.reply ??= this.#line
			.ask(readRequest(block.unit, block.code, block.start, block.end - block.start))
			.finally(() => {
				delete block.reply;
			});
		return block.reply;
	}
}

/** What this channel needs, with the key of the block that it is part of. */
function spansOf({ unit, point, areas }: Read) {
	const { code, register, type, resistance } = point;
	return [
		{ start: register, count: wordsOf(type) },
		...(resistance === undefined ? [] : [{ start: resistance.register, count: 1 }]),
	].map(({ start, count }) => {
		const area = areas.find((one) => one.code === code && one.start <= start && start + count <= one.start + one.count);
		return { key: `${unit} ${code} ${area?.start ?? `alone ${start}`}`, unit, code, start, end: start + count };
	});
}

function viewOf({ code, start }: Block, data: Uint8Array, register: number, count: number): DataView | undefined {
	if (code > 2) {
		const at = 2 * (register - start);
		return at + 2 * count > data.length ? undefined : new DataView(data.buffer, data.byteOffset + at, 2 * count);
	}
	const bit = register - start;
	const word = new DataView(new ArrayBuffer(2));
	word.setUint16(0, ((data[bit >> 3] ?? 0) >> (bit & 7)) & 1);
	return word;
}

/** Codes with which a gateway says that the unit behind it does not answer. */
const BEHIND_GATEWAY = [0x0a, 0x0b];

/** Why there is no data. An exception is the unit's own word. */
export function faultIn(reply: Reply | undefined, facts: Readonly<Record<string, string | number>>) {
	if (reply?.kind === "failed") return reply.fault;
	if (reply?.kind === "unsent") return fault("no_answer", facts);
	if (reply?.kind !== "exception") return fault("bus", facts);
	if (BEHIND_GATEWAY.includes(reply.code)) return fault("no_answer", { ...facts, reason: "gateway" });
	return fault("bus", { ...facts, reason: `exception ${reply.code}` });
}
