import { type Fault, fault } from "#model/plant/fault.ts";
import type { Seconds } from "#model/quantities/units.ts";
import { withinMs } from "../../bus/deadline.ts";
import { LastingPort, type PortOwner } from "../../bus/serial/lasting-port.ts";
import { endpointIn, openSocket } from "../../bus/socket.ts";
import type { Changed, Device, DevicePorts, Image, Measured, OnCrash, Written } from "../../driver.ts";
import { channelAt, drivenOf, onCrashOf, pacesOf, sensorAt, timerOf } from "../channels/address.ts";
import { Blocks, type Read } from "../channels/blocks.ts";
import type { ModbusLine, Timing } from "../line/line.ts";
import { RtuLine } from "../line/rtu-line.ts";
import { TcpLine } from "../line/tcp-line.ts";
import type { Bus, Options } from "../options.ts";
import { Beyond } from "./beyond.ts";
import { Driving } from "./driving.ts";

/** Milliseconds. A bus with several units that do not answer takes long for a round. */
const READ_WITHIN = 10_000;

/** A Modbus with all its units. */
export class ModbusBoard implements Device {
	readonly identity: string;
	readonly pace: Seconds;
	readonly paces: ReadonlyMap<string, Seconds>;
	readonly verify = "readback";
	readonly onCrash: OnCrash;
	readonly #line: ModbusLine;
	readonly #blocks: Blocks;
	readonly #driving: Driving;
	readonly deadMan: Beyond | undefined;

	constructor(bus: Bus, channels: readonly string[], options: Options, ports: DevicePorts) {
		this.identity = `Modbus ${bus.id} at ${bus.at}`;
		this.pace = options.pace;
		const timer = timerOf(bus, options);
		this.onCrash = onCrashOf(channels, options, timer);
		this.#line = lineOf(bus, ports);
		this.paces = pacesOf(channels, options);
		this.#blocks = new Blocks(bus.at, this.#line, readsOf(channels, options), ports.now);
		const driven = drivenOf(channels, options);
		const beyond = endpointIn(bus.at) !== undefined;
		this.#driving = new Driving(bus.at, this.#line, driven, timer * 10, beyond ? bus.timeout : 0);
		this.deadMan =
			beyond && driven.length > 0
				? new Beyond(bus.at, this.#driving, options.off_after, () => this.#line.fault)
				: undefined;
	}

	/** Also of units: each that was lost may have lost its power. */
	get returns(): number {
		return Math.max(0, this.#line.openings - 1) + this.#driving.returns;
	}

	read(channel: string): Promise<Measured> {
		const late: Measured = { kind: "failed", fault: fault("no_answer", { device: this.identity, channel }) };
		return withinMs(READ_WITHIN, this.#blocks.read(channel), late);
	}

	write(image: Image, changed: Changed = "all"): Promise<Written> {
		return this.deadMan?.write(image) ?? this.#driving.write(image, changed);
	}

	readBack(): Promise<Image | undefined> {
		return this.#driving.readBack();
	}

	health(): Fault | undefined {
		return this.#line.fault;
	}

	shift(by: Seconds): void {
		this.#blocks.shift(by);
	}

	retry(): void {
		this.#line.retry();
	}

	close(): Promise<void> {
		this.#driving.close();
		return this.#line.close();
	}
}

function lineOf({ at, speed, parity, transport, timeout, gap }: Bus, { tell }: DevicePorts): ModbusLine {
	const endpoint = endpointIn(at);
	if (endpoint === undefined) {
		const timing: Timing = { timeout, gap, speed };
		return new RtuLine(at, timing, tell, (owner) => new LastingPort({ path: at, baudRate: speed, parity }, owner));
	}
	const lasting = (owner: PortOwner) =>
		new LastingPort({ path: at }, owner, (listener) => openSocket(endpoint, listener));
	const timing: Timing = { timeout, gap, urgent: timeout };
	return transport === "rtu" ? new RtuLine(at, timing, tell, lasting) : new TcpLine(at, timing, tell, lasting);
}

function readsOf(channels: readonly string[], options: Options): readonly Read[] {
	return channels.flatMap((channel) => {
		const point = sensorAt(channel, options);
		const { unit, of } = channelAt(channel);
		return point === undefined ? [] : [{ channel, unit, point, areas: of?.map.areas ?? [] }];
	});
}
