import { type Fault, fault } from "#model/plant/fault.ts";
import type { Tell } from "#model/sentences/notice.ts";
import type { LastingPort, PortOwner } from "../../bus/serial/lasting-port.ts";
import type { OpenPort } from "../../bus/serial/port.ts";
import { type Manner, Turns } from "../../bus/turns.ts";
import { answerTo, type Request } from "./frame.ts";
import type { ModbusLine, Reply, Timing } from "./line.ts";
import { type Message, messageFor, messagesIn } from "./mbap.ts";
import { answerWithin } from "./patience.ts";

/** So many requests in a row without an answer, and the connection counts as broken: a pulled cable is not reported. */
const MOST_SILENT = 3;

/** Modbus TCP. Answers carry the number of their request, so a late one is told apart and thrown away. */
export class TcpLine implements ModbusLine {
	openings = 0;
	readonly #name: string;
	readonly #timing: Timing;
	readonly #port: LastingPort;
	readonly #turns = new Turns();
	#number = 0;
	#silent = 0;
	#bytes: Uint8Array = new Uint8Array();
	#hear: (message: Message) => void = () => {};

	constructor(name: string, timing: Timing, tell: Tell, lasting: (owner: PortOwner) => LastingPort) {
		this.#name = name;
		this.#timing = timing;
		this.#port = lasting({
			tell,
			data: (bytes) => this.#listen(bytes),
			opened: () => {
				this.openings += 1;
				this.#bytes = new Uint8Array();
				this.#silent = 0;
			},
		});
	}

	get fault(): Fault | undefined {
		return this.#port.fault;
	}

	ask(request: Request, manner: Manner = {}): Promise<Reply> {
		return this.#turns.run(() => this.#exchange(request, manner), manner.rank);
	}

	retry(): void {
		this.#port.retry();
	}

	close(): Promise<void> {
		return this.#port.close();
	}

	async #exchange(request: Request, { rank = "usual", wanted = () => true }: Manner): Promise<Reply> {
		const port = await this.#port.ready();
		const facts = { device: this.#name, unit: request.unit };
		if (port === undefined) return failed(this.#port.fault ?? fault("missing", { device: this.#name }));
		if (!wanted()) return { kind: "unsent" };
		this.#number = (this.#number + 1) & 0xffff;
		const number = this.#number;
		const answered = new Promise<Message>((resolve) => {
			this.#hear = (message) => message.number === number && resolve(message);
		});
		const lost = await port.write(messageFor(number, request));
		if (lost !== undefined) {
			this.#port.drop(port, lost);
			return failed(lost);
		}
		const message = await answerWithin({ ...this.#timing, wire: 0, rank, turns: this.#turns }, answered);
		this.#hear = () => {};
		return message === undefined
			? this.#unanswered(port, fault("no_answer", facts))
			: this.#judged(request, port, message);
	}

	#judged(request: Request, port: OpenPort, { unit, pdu }: Message): Reply {
		const facts = { device: this.#name, unit: request.unit };
		this.#silent = 0;
		if (unit !== request.unit) return failed(fault("bus", { ...facts, reason: "other unit" }));
		const answer = answerTo(request, pdu);
		if (answer === undefined) return failed(fault("bus", { ...facts, reason: "other data" }));
		this.#port.proven(port);
		return answer;
	}

	#unanswered(port: OpenPort, why: Fault): Reply {
		this.#silent += 1;
		if (this.#silent >= MOST_SILENT) this.#port.drop(port, why);
		return failed(port.isOpen ? why : (this.#port.fault ?? why));
	}

	/** A stream that is out of step cannot be read any more. */
	async #listen(bytes: Uint8Array): Promise<void> {
		const { messages, rest } = messagesIn(Uint8Array.of(...this.#bytes, ...bytes));
		for (const message of messages) this.#hear(message);
		this.#bytes = rest ?? new Uint8Array();
		if (rest !== undefined) return;
		const port = await this.#port.ready();
		if (port !== undefined) this.#port.drop(port, fault("bus", { device: this.#name, reason: "no Modbus TCP" }));
	}
}

const failed = (why: Fault): Reply => ({ kind: "failed", fault: why });
