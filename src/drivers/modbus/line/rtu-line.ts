import { type Fault, fault } from "#model/plant/fault.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { pause } from "../../bus/deadline.ts";
import type { LastingPort, PortOwner } from "../../bus/serial/lasting-port.ts";
import type { OpenPort } from "../../bus/serial/port.ts";
import { type Manner, Turns } from "../../bus/turns.ts";
import { type Request, RTU_OVERHEAD, rtuFrame } from "./frame.ts";
import { type ModbusLine, onTheWire, type Reply, type Timing } from "./line.ts";
import { isAlike, Outstanding } from "./outstanding.ts";
import { answerWithin, URGENT_WITHIN } from "./patience.ts";
import { answeredBytes, faultOf, type Heard, heardFor, isEchoed } from "./rtu-answer.ts";

/** After a failure a unit is left alone for so many timeouts: its answer may still come. */
const ALONE = 4;
/** So many gaps may pass until the line is silent before a frame. */
const MOST_GAPS = 10;
/** Newest bytes that are kept. The longest frame has 256. */
const MOST_HEARD = 600;

/**
 * Modbus RTU. An answer on a serial line names its unit and function but not its register, so a late one looks like the
 * answer to a later request. So after any failure that unit is left alone until a late answer should have come. What has come is
 * thrown away before each request. As long as answers may be under way, one counts only if it comes once more than there are of
 * them, and so does one that equals the answer to another request before. Other units are not delayed: their number tells them apart.
 */
export class RtuLine implements ModbusLine {
	openings = 0;
	readonly #name: string;
	readonly #timing: Timing;
	readonly #port: LastingPort;
	readonly #turns = new Turns();
	readonly #outstanding: Outstanding;
	readonly #tell: Tell;
	/** Another master was told of since the opening. */
	#isShared = false;
	/** When a unit may be asked again (ms, monotonic). */
	readonly #alone = new Map<number, number>();
	/** Units whose last answer came behind an echo of the request. */
	readonly #echoed = new Set<number>();
	#bytes = new Uint8Array();
	/** The last frame. */
	#sent: Uint8Array = new Uint8Array();
	/** When the last byte came or went. */
	#last = Number.NEGATIVE_INFINITY;
	#hear = () => {};

	constructor(name: string, timing: Timing, tell: Tell, lasting: (owner: PortOwner) => LastingPort) {
		this.#name = name;
		this.#timing = timing;
		this.#tell = tell;
		this.#outstanding = new Outstanding(timing.timeout);
		this.#port = lasting({
			tell,
			data: (bytes) => this.#listen(bytes),
			opened: () => {
				this.openings += 1;
				this.#outstanding.opened();
				this.#echoed.clear();
				this.#isShared = false;
			},
		});
	}

	get fault(): Fault | undefined {
		return this.#port.fault;
	}

	/**
	 * If so many answers as may still come, and one more, are the same, at least one of them is the answer to this request. Each
	 * time it is asked is a turn of its own, so a write waits for one of them at most.
	 */
	async ask(request: Request, manner: Manner = {}): Promise<Reply> {
		const { unit, pdu } = request;
		const began = performance.now();
		const reply = await this.#once(request, manner);
		if (reply.kind === "failed" || reply.kind === "unsent" || isWrite(request)) return reply;
		const further: Manner = manner.rank === "urgent" ? manner : { ...manner, rank: "soon" };
		const old = this.#outstanding.isPerhapsOld(unit, pdu, reply);
		// There may be several of them: the right answer comes after all.
		if (old) await pause(this.#timing.timeout);
		let more = old ? 1 : 0;
		for (let nth = 0; ; nth++) {
			// Other requests may meet this answer once more from now on.
			this.#outstanding.answered(unit, pdu, reply);
			const strange = this.#outstanding.strangers(unit, pdu, reply, began);
			more = Math.max(more, this.#outstanding.of(unit) + strange);
			if (nth >= more) return reply;
			const again = await this.#once(request, further);
			if (again.kind === "failed" || again.kind === "unsent") return again;
			if (!isAlike(reply, again)) return this.#failed(unit, fault("unsteady", this.#facts(unit)));
		}
	}

	retry(): void {
		this.#port.retry();
	}

	close(): Promise<void> {
		return this.#port.close();
	}

	#loneliness(unit: number): number {
		return (this.#alone.get(unit) ?? 0) - performance.now();
	}

	/**
	 * The request waits outside the turns while its unit is left alone. An urgent one does not wait: it is a write, which is
	 * confirmed by its own content, or the read-back after it, of which a second one must be the same.
	 */
	async #once(request: Request, manner: Manner): Promise<Reply> {
		const loneliness = () => (manner.rank === "urgent" ? 0 : this.#loneliness(request.unit));
		for (;;) {
			const wait = loneliness();
			if (wait > 0) await pause(wait);
			const reply = await this.#turns.run(
				async () => (loneliness() <= 0 ? this.#exchange(request, manner) : undefined),
				manner.rank,
			);
			if (reply !== undefined) return reply;
		}
	}

	async #exchange(request: Request, { rank = "usual", wanted = () => true }: Manner): Promise<Reply> {
		const { unit, pdu } = request;
		const port = await this.#port.ready();
		if (port === undefined)
			return { kind: "failed", fault: this.#port.fault ?? fault("missing", { device: this.#name }) };
		if (!(await this.#silent())) return this.#failed(unit, fault("bus", { ...this.#facts(unit), reason: "noise" }));
		await port.drain?.();
		if (this.#outstanding.came(this.#bytes, this.#sent)) this.#tellOther();
		this.#bytes = new Uint8Array();
		if (!wanted()) return { kind: "unsent" };
		const answered = new Promise<object>((resolve) => {
			this.#hear = () => this.#heardFor(request) !== "more" && resolve(request);
		});
		const frame = rtuFrame(unit, pdu);
		this.#sent = frame;
		const lost = await port.write(frame);
		this.#last = performance.now();
		if (lost !== undefined) {
			this.#port.drop(port, lost);
			return this.#failed(unit, lost);
		}
		const { timeout, urgent, speed } = this.#timing;
		const wire = onTheWire(frame.length + request.length + RTU_OVERHEAD, speed);
		await answerWithin({ timeout, urgent, wire, rank, turns: this.#turns }, answered);
		this.#hear = () => {};
		return this.#judged(request, port, this.#heardFor(request));
	}

	#heardFor(request: Request): Heard {
		return heardFor(request, this.#bytes, this.#echoed.has(request.unit));
	}

	#judged(request: Request, port: OpenPort, heard: Heard): Reply {
		if (heard !== "more" && heard.kind !== "wrong") {
			this.#port.proven(port);
			this.#learnEcho(request);
			this.#bytes = new Uint8Array();
			return heard;
		}
		const lost = port.isOpen ? undefined : this.#port.fault;
		const echoes = this.#echoed.has(request.unit);
		const why = lost ?? faultOf(heard, this.#facts(request.unit), answeredBytes(request, this.#bytes, echoes));
		// It may have been the answer: another adapter has no echo. The next reading shows it.
		if (isWrite(request)) this.#echoed.delete(request.unit);
		// A damaged answer has come all the same.
		if (why.code !== "crc") this.#outstanding.gaveUp(request.unit);
		return this.#failed(request.unit, why);
	}

	#tellOther(): void {
		if (!this.#isShared) this.#tell(notice("warning", "second_master", { device: this.#name }));
		this.#isShared = true;
	}

	#learnEcho(request: Request): void {
		const echoed = isEchoed(request, this.#bytes);
		if (echoed) this.#echoed.add(request.unit);
		else if (echoed === false) this.#echoed.delete(request.unit);
	}

	#failed(unit: number, why: Fault): Reply {
		this.#alone.set(unit, performance.now() + ALONE * this.#timing.timeout);
		return { kind: "failed", fault: why };
	}

	/** Whether the line has been silent for a gap. It is waited for, but not for ever. */
	async #silent(): Promise<boolean> {
		const { gap, timeout } = this.#timing;
		const end = performance.now() + Math.min(MOST_GAPS * gap + timeout, gap + URGENT_WITHIN);
		for (;;) {
			const left = this.#last + gap - performance.now();
			if (left <= 0) return true;
			if (performance.now() > end) return false;
			await pause(left);
		}
	}

	#listen(bytes: Uint8Array): void {
		this.#last = performance.now();
		this.#bytes = Uint8Array.of(...this.#bytes, ...bytes).slice(-MOST_HEARD);
		this.#hear();
	}

	#facts(unit: number) {
		return { device: this.#name, unit };
	}
}

const isWrite = ({ pdu: [code = 0] }: Request) => code > 4;
