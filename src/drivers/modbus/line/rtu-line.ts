import { type Fault, fault } from "#model/plant/fault.ts";
import { notice, type Tell } from "#model/sentences/notice.ts";
import { pause, withinMs } from "../../bus/deadline.ts";
import type { LastingPort, PortOwner } from "../../bus/serial/lasting-port.ts";
import type { OpenPort } from "../../bus/serial/port.ts";
import { type Manner, Turns } from "../../bus/turns.ts";
import { isSame, type Request, RTU_OVERHEAD, rtuFrame } from "./frame.ts";
import { type ModbusLine, onTheWire, type Reply, type Timing } from "./line.ts";
import { OtherMasters } from "./other-masters.ts";
import { isAlike, Outstanding } from "./outstanding.ts";
import { overheardIn, type Read, type Told } from "./overheard.ts";
import { answerWithin, URGENT_WITHIN } from "./patience.ts";
import { answeredBytes, faultOf, type Heard, heardFor, isEchoed } from "./rtu-answer.ts";

/** After a failure a unit is left alone for so many timeouts: its answer may still come. */
const ALONE = 4;
/** So many gaps may pass until the line is silent before a frame. */
const MOST_GAPS = 10;
/** No reading is asked so often that so many strange answers are outnumbered. */
const MOST_STRANGE = 5;
/** Newest bytes that are kept. The longest frame has 256. */
const MOST_HEARD = 600;

/**
 * Modbus RTU. An answer on a serial line names its unit and function but not its register, so a late one looks like the
 * answer to a later request, and so does the answer to another master. So after any failure that unit is left alone until a late answer
 * should have come, and the line is left to another master that was heard until it is answered. All that came is looked at before each
 * request. As long as strange answers may be under way, one counts only if it comes once more than there are of them, and so
 * does one that equals the answer to another request before, or looks like those that another master gets. Other units are not
 * delayed: their number tells them apart.
 */
export class RtuLine implements ModbusLine {
	openings = 0;
	readonly #name: string;
	readonly #timing: Timing;
	readonly #port: LastingPort;
	readonly #turns = new Turns();
	readonly #outstanding: Outstanding;
	readonly #others: OtherMasters;
	readonly #tell: Tell;
	/** Another master was told of since the opening. */
	#isShared = false;
	/** When a unit may be asked again (ms, monotonic). */
	readonly #alone = new Map<number, number>();
	/** Units whose last answer came behind an echo of the request. */
	readonly #echoed = new Set<number>();
	#bytes = new Uint8Array();
	/** The last frame, until its echo was heard or it was answered. */
	#echo: Uint8Array = new Uint8Array();
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
		this.#others = new OtherMasters(timing.timeout);
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
			const others = this.#others.toCome(request, began);
			if (others > MOST_STRANGE) return this.#failed(unit, fault("bus", { ...this.#facts(unit), reason: "noise" }));
			more = Math.max(more, this.#others.isLikeTheirs(request) ? 1 : 0, this.#outstanding.of(unit) + strange + others);
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
		const busy = await this.#free(port);
		if (busy !== undefined) return this.#failed(unit, { ...busy, facts: { ...busy.facts, unit } });
		if (!wanted()) return { kind: "unsent" };
		const answered = new Promise<object>((resolve) => {
			this.#hear = () => this.#heardFor(request) !== "more" && resolve(request);
		});
		const frame = rtuFrame(unit, pdu);
		this.#sent = this.#echo = frame;
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
			this.#bytes = this.#echo = new Uint8Array();
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

	/**
	 * Waits, but not for ever, until all that was received has been looked at, the line has been silent for a gap, and the request of
	 * another master has been answered. Nothing is thrown away unseen: it would be missing when the answers to come are counted.
	 */
	async #free(port: OpenPort): Promise<Fault | undefined> {
		const { gap, timeout } = this.#timing;
		const end = performance.now() + Math.min(MOST_GAPS * gap + timeout, gap + URGENT_WITHIN);
		for (;;) {
			const late = await port.settle?.();
			if (late !== undefined) return late;
			const now = performance.now();
			const sounds = this.#last + gap - now;
			if (sounds <= 0) this.#overhear();
			const left = Math.max(sounds, this.#others.busyUntil - now);
			if (left <= 0 || (sounds <= 0 && now > end)) return undefined;
			if (now > end) return fault("bus", { device: this.#name, reason: "noise" });
			await (sounds > 0 ? pause(left) : this.#nextBytes(left));
		}
	}

	async #nextBytes(within: number): Promise<void> {
		const heard = new Promise<void>((resolve) => {
			this.#hear = resolve;
		});
		await withinMs(within, heard, undefined);
		this.#hear = () => {};
	}

	/** What came while no request waited for it. */
	#overhear(): void {
		const bytes = this.#bytes;
		this.#bytes = new Uint8Array();
		for (const one of overheardIn(bytes)) {
			if (one.kind === "stray") this.#others.strayed();
			else if (one.kind === "answer") this.#overhearAnswer(one);
			else if (isSame(one.frame, this.#echo)) this.#echo = new Uint8Array();
			else this.#overhearRequest(one);
		}
	}

	#overhearRequest(one: Read): void {
		const isOwn = isSame(one.frame, this.#sent);
		this.#others.asked(one, isOwn);
		// Some adapters hear what they send more than once.
		if (!isOwn) this.#tellOther();
	}

	#overhearAnswer(one: Told): void {
		if (!this.#others.answered(one) && !this.#outstanding.explains(one)) this.#others.told(one);
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
