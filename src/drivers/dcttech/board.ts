import { coilsOf } from "#model/plant/device.ts";
import { type Fault, fault } from "#model/plant/fault.ts";
import { seconds } from "#model/quantities/units.ts";
import { notice } from "#model/sentences/notice.ts";
import { ImageTurn, type Registers } from "../bus/i2c/image-turn.ts";
import { nativeFault } from "../bus/native/file.ts";
import type { Coils, Device, DevicePorts, Image, Measured, Written } from "../driver.ts";
import { boardCalled, HID, type Hid, type Opened, stateOf } from "./hid.ts";
import { command, SET_FEATURE } from "./report.ts";

/**
 * One DCTTech USBRelay board. It is opened in the background, looked at every 2 s, and opened again after a loss, also under another
 * number of the kernel. After that nothing is written automatically.
 */
export class HidRelayBoard implements Device, Registers {
	readonly identity: string;
	readonly pace = seconds(10);
	readonly verify = "readback";
	readonly onCrash = "holds";
	readonly #device: string;
	readonly #ports: DevicePorts;
	readonly #hid: Hid;
	readonly #turn: ImageTurn;
	#board: Opened | undefined;
	#opening: Promise<Opened | Fault> | undefined;
	/** The board that was first at this path. Numbers of hidraw change hands, and its relays would then be those of another. */
	#first: Opened | undefined;
	#gone: Fault | undefined;
	#openings = 0;
	#closed = false;

	constructor(identity: string, device: string, ports: DevicePorts, hid: Hid = HID) {
		this.identity = identity;
		this.#device = device;
		this.#ports = ports;
		this.#hid = hid;
		this.#turn = new ImageTurn(identity, this);
		this.retry();
	}

	get returns(): number {
		return Math.max(0, this.#openings - 1);
	}

	async read(channel: string): Promise<Measured> {
		return { kind: "failed", fault: fault("missing", { device: this.#device, channel }) };
	}

	async write(image: Image): Promise<Written> {
		return coilsOf(image) === undefined ? failed(fault("no_write", { device: this.#device })) : this.#turn.write(image);
	}

	readBack(): Promise<Image | undefined> {
		return this.#turn.readBack();
	}

	health(): Fault | undefined {
		return this.#closed ? fault("missing", { device: this.#device, reason: "closed" }) : this.#gone;
	}

	retry(): void {
		void this.#turn.check();
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#turn.close();
		void this.#board?.file.close();
		this.#board = undefined;
	}

	/** All relays one after another, what did not move once more, and what the board then says. */
	async set(image: Image, wanted: () => boolean): Promise<Written> {
		const coils = coilsOf(image) ?? new Map<string, boolean>();
		let found: Coils | Fault = await this.present();
		let left = [...coils];
		for (let round = 0; round < 2 && left.length > 0; round++) {
			if ("code" in found) return failed(found);
			for (const [channel, on] of left) {
				const why = await this.#switch(Number(channel), on, wanted);
				if (why !== undefined) return failed(why);
			}
			found = await this.present();
			left = left.filter(([channel, on]) => "code" in found || found.get(channel) !== on);
		}
		return "code" in found ? failed(found) : this.#compared(coils, found);
	}

	/** Its relays. The report has no checksum, so one with another serial than before is damaged, and is asked for again. */
	async present(): Promise<Coils | Fault> {
		const board = await this.#opened();
		if ("code" in board) return board;
		for (let tries = 0; ; tries++) {
			const state = await stateOf(board.file, this.#device);
			if (!("code" in state) && state.serial === board.serial) return coilsIn(state.relays, board.relays);
			// A stall of the adapter fails once.
			if (tries === 0) continue;
			return this.#lose(board, "code" in state ? state : fault("crc", { device: this.#device }));
		}
	}

	async check(): Promise<void> {
		await this.present();
	}

	async #switch(relay: number, on: boolean, wanted: () => boolean): Promise<Fault | undefined> {
		const board = await this.#opened();
		if ("code" in board) return board;
		// What another number means to it is not known.
		if (relay > board.relays) return undefined;
		if (!wanted()) return fault("no_answer", { device: this.#device });
		const tooLate = () => {
			// It switched although its order had failed. So the image is written again.
			this.#openings += 1;
		};
		const told = await board.file.ioctl(SET_FEATURE, command(relay, on), { tooLate });
		return typeof told === "number" ? undefined : this.#lose(board, nativeFault(told, { device: this.#device }));
	}

	#compared(coils: Coils, found: Coils): Written {
		const wrong = [...coils].filter(([channel, on]) => found.get(channel) !== on);
		const confirmed = new Map([...found].filter(([channel]) => coils.has(channel)));
		if (wrong.length === 0) return { kind: "done", confirmed };
		const faults = wrong.map(([channel, wanted]) => {
			const is = found.get(channel);
			const facts = { device: this.#device, channel, wanted, ...(is !== undefined && { found: is }) };
			return [channel, fault("not_verified", facts)] as const;
		});
		return { kind: "done", confirmed, faults: new Map(faults) };
	}

	/** The open board. Those who look for it at the same time open it once. */
	async #opened(): Promise<Opened | Fault> {
		if (this.#closed || this.#board !== undefined) return this.#board ?? this.#missing();
		this.#opening ??= this.#open().finally(() => {
			this.#opening = undefined;
		});
		return this.#opening;
	}

	async #open(): Promise<Opened | Fault> {
		const board = await boardCalled(this.#device, this.#hid);
		if ("code" in board) return this.#miss(board);
		if (this.#closed) {
			void board.file.close();
			return this.#missing();
		}
		const other = this.#other(board);
		if (other !== undefined) {
			void board.file.close();
			return this.#miss(other);
		}
		this.#first ??= board;
		this.#board = board;
		this.#openings += 1;
		if (this.#gone !== undefined)
			this.#ports.tell(notice("info", "device_back", { device: this.#device, fault: this.#gone.code }));
		this.#gone = undefined;
		return board;
	}

	/** A board that is named by its serial may be in any socket. */
	#other({ serial, socket }: Opened): Fault | undefined {
		const first = this.#first;
		if (first === undefined || !this.#device.startsWith("/")) return undefined;
		if (first.serial === serial && first.socket === socket) return undefined;
		return fault("unidentified", {
			...{ device: this.#device, wanted: shown(first.serial), wanted_socket: first.socket },
			...{ found: shown(serial), found_socket: socket },
		});
	}

	/** Its calls fail: it is closed and looked for again. */
	#lose(board: Opened, why: Fault): Fault {
		void board.file.close();
		if (this.#board === board) this.#board = undefined;
		return this.#miss(why);
	}

	#miss(why: Fault): Fault {
		if (this.#closed) return this.#missing();
		if (this.#gone?.code !== why.code)
			this.#ports.tell(notice("warning", "device_lost", { ...why.facts, device: this.#device, fault: why.code }));
		this.#gone = why;
		return why;
	}

	#missing = (): Fault => fault("missing", { device: this.#device, reason: "closed" });
}

const coilsIn = (states: number, relays: number): Coils =>
	new Map(Array.from({ length: relays }, (_, relay) => [String(relay + 1), ((states >> relay) & 1) === 1]));

/** Boards whose serial was never set have bytes that are no text. */
const shown = (serial: string): string => (/^[!-~]+$/.test(serial) ? serial : "");

const failed = (why: Fault): Written => ({ kind: "failed", fault: why });
