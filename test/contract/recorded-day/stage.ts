import { join } from "node:path";
import { askedAt, Page, printed } from "./answers.ts";
import { AppProcess } from "./app-process.ts";
import type { House } from "./house.ts";
import type { PlantOrder } from "./orders.ts";
import type { Recording } from "./recording.ts";

/** Seconds between two looks at what passes quickly. */
const STRIDE = 300;

/** One life of the app after another in one house, and what everybody does to it. */
export class Stage {
	readonly house: House;
	readonly recording: Recording;
	readonly #scenes: (readonly [from: number, name: string])[] = [];
	#at: number;
	#app: AppProcess | undefined;

	constructor(house: House, recording: Recording, from: number) {
		this.house = house;
		this.recording = recording;
		this.#at = from;
		house.wire.hear = (from, packet) => recording.packet(from, packet);
	}

	/** From here on everything belongs to this scene. */
	async scene(name: string): Promise<void> {
		// What happens at one moment belongs to one scene.
		await this.#app?.pass(0.001);
		this.#scenes.push([this.#app?.at ?? this.#at, name]);
		this.recording.begin(name);
	}

	/** A life of the app begins. */
	async start(temperatures: NonNullable<PlantOrder["temperatures"]>): Promise<void> {
		const { options, data, httpPort, dir, wire } = this.house;
		const args = ["--options", options, "--data", data, "--http-port", String(httpPort), "--json"];
		this.#app = new AppProcess({ args, cwd: dir, from: this.#at, wire });
		await this.#app.ready;
		await this.plant({ temperatures });
		await this.pass(61);
	}
	plant(order: Omit<PlantOrder, "kind">): Promise<void> {
		return this.app.plant(order);
	}
	pass(seconds: number): Promise<void> {
		return this.app.pass(seconds);
	}
	/** Until this time of day, in UTC, in the same strides. */
	async until(hour: number, minute: number): Promise<void> {
		const day = 24 * 3600_000;
		const ms = (hour * 60 + minute) * 60_000 - (this.app.at % day);
		await this.hours((ms < 0 ? ms + day : ms) / 3600_000);
	}
	/** Lets hours pass in strides: the app is looked after every five minutes only. */
	async hours(hours: number): Promise<void> {
		for (let left = hours * 3600; left > 0; left -= STRIDE) await this.app.leap(Math.min(left, STRIDE));
	}

	/** A message of the person at the broker, and all that comes of it. */
	async publish(topic: string, payload: string, retain = false): Promise<void> {
		await this.house.person.publishAsync(topic, payload, { qos: 1, retain });
		await this.pass(1);
		await this.pass(9);
	}

	/** Types a command, and records how it ended and what it printed where that is JSON. */
	async type(...args: readonly string[]): Promise<void> {
		const said = await this.house.console.type(args);
		const typed = args.map((one) => one.replace(this.house.dir, "<folder>"));
		this.recording.answer(["$ solar-heating", ...typed].join(" "), printed(said));
		await this.settled();
	}
	/** The same with the options and the data folder of this house. */
	typeHere(...args: readonly string[]): Promise<void> {
		return this.type(...args, "--options", this.house.typed, "--data", this.house.data);
	}

	/** A question at the control socket, and all that comes of it. */
	async asks(request: string, argument?: unknown): Promise<void> {
		const question = `control ${request}${argument === undefined ? "" : ` ${JSON.stringify(argument)}`}`;
		const answered = await askedAt(join(this.house.data, "control.sock"), JSON.stringify({ request, argument }));
		this.recording.answer(question, JSON.parse(answered));
		await this.settled();
	}

	/** A request at the HTTP port; by the owner, with the page's own login, or by a stranger. */
	async gets(path: string, { stranger = false, method = "GET" } = {}): Promise<void> {
		const page = new Page(this.house.httpPort, stranger ? undefined : this.house.kept("page-first-password"));
		const who = stranger ? " as a stranger" : "";
		this.recording.answer(`${method} ${path}${who}`, await page.answer(method, path));
		await this.settled();
	}

	async settled(): Promise<void> {
		if (this.#app !== undefined) await this.#app.settle();
	}

	/** @param patience seconds that pass while the app is stopping, where that takes it some */
	async stop(scene: string, patience?: number): Promise<void> {
		const { app } = this;
		await this.scene(scene);
		app.child.kill("SIGTERM");
		if (patience !== undefined) await app.pass(patience);
		this.recording.answer("exit code", await app.ended);
		this.#at = app.at + 60_000;
		const sceneAt = (ms: number) => this.#scenes.findLast(([from]) => from <= ms)?.[1] ?? "";
		this.recording.log(app.lines(), sceneAt);
		this.#app = undefined;
	}

	get app(): AppProcess {
		if (this.#app === undefined) throw new Error("No app runs.");
		return this.#app;
	}

	async kill(): Promise<void> {
		this.#app?.child.kill("SIGKILL");
		await this.#app?.ended;
	}
}
