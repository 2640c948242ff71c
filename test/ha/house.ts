import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plain } from "#app/answers/snapshot-json.ts";
import { seconds } from "#model/quantities/units.ts";
import { askControl } from "#runtime/socket/ask-control.ts";
import type { Language } from "#texts/say.ts";
import { type HomeAssistantRelease, NEWEST } from "../../scripts/home-assistant/place.ts";
import { type Life, launcher } from "../e2e/launcher.ts";
import { HomeAssistant } from "../fakes/home-assistant/process.ts";
import { type Entry, Resident, type State } from "../fakes/home-assistant/resident.ts";
import { type Mosquitto, type Release, startMosquitto } from "../fakes/mosquitto.ts";
import { type OtherOutputs, ownersOptions } from "./owners-options.ts";

export const INSTALLATION = "hatest01";
/** What an app that has just been started does not know: buttons have no state, nothing was refused, no audit made, no trend is seen. */
const KNOWN_LATER = /^button\.|^event\.|^date\.|^time\.|_broker_problem$|_next_change$/;
/** Entities that Home Assistant knows nothing of, though the app should. */
export const unknownIn = (states: Iterable<State>): readonly string[] =>
	[...states]
		.filter(({ state, entity_id: id }) => state === "unknown" && !KNOWN_LATER.test(id))
		.map(({ entity_id: id }) => id);

const PASSWORDS = { solar: "of-the-app", ha: "of-the-house", viewer: "viewer-pw" };
/** Rights of Home Assistant and of an observer. The app's own rules come from the app. */
const RULES_OF_OTHERS = `
user ha
topic readwrite #

user viewer
topic read #
`;

interface Kinds {
	readonly mosquitto?: Release;
	/** Of Home Assistant. */
	readonly release?: HomeAssistantRelease;
	/** What is other than in the owner's house, by the output's role. */
	readonly outputs?: OtherOutputs;
	/** Options of another plant, in place of the owner's. */
	readonly plant?: object;
	/** More lines of Home Assistant's configuration.yaml. */
	readonly yaml?: readonly string[];
}

/** The owner's house: a Mosquitto with logins and rights, Home Assistant, and the app on a simulated plant. */
export class House {
	readonly broker: Mosquitto;
	readonly resident: Resident;
	/** All that the app has said. */
	log = "";
	/** The version of Home Assistant that the app's options name. */
	core: string | undefined;
	readonly #folder: string;
	readonly #plant: object;
	#app: Life | undefined;

	private constructor(broker: Mosquitto, resident: Resident, folder: string, plant: object) {
		this.#plant = plant;
		this.broker = broker;
		this.resident = resident;
		this.#folder = folder;
	}

	/** All of it up, and Home Assistant at the broker; the app is not started. */
	static async open({
		mosquitto = "system",
		release = NEWEST,
		outputs = {},
		plant = ownersOptions(outputs),
		yaml = [],
	}: Kinds = {}): Promise<House> {
		const language: Language = "en";
		const folder = mkdtempSync(join(tmpdir(), "solar-ha-"));
		const app = join(folder, "app");
		mkdirSync(app);
		writeFileSync(join(app, "installation-id"), INSTALLATION);
		const [broker, home] = await Promise.all([
			startMosquitto({ release: mosquitto, users: PASSWORDS, acl: "" }),
			HomeAssistant.start({ folder: join(folder, "home"), release, language, yaml }),
		]);
		const person = { name: "Owner", username: "owner", password: "a-long-password", language };
		const house = new House(broker, await Resident.movesIn(home, person), folder, plant);
		house.#writeOptions(language);
		broker.setAcl((await launcher.command({ folder: app }, "broker", "acl")) + RULES_OF_OTHERS);
		await broker.hup();
		await house.resident.connectsTo({ port: broker.port, username: "ha", password: PASSWORDS.ha });
		return house;
	}

	get options(): unknown {
		return JSON.parse(readFileSync(join(this.#place.folder, "options.json"), "utf8"));
	}

	start(language: Language = "en"): void {
		this.#writeOptions(language);
		const app = launcher.start(this.#place);
		for (const stream of [app.child.stdout, app.child.stderr])
			stream?.setEncoding("utf8").on("data", (text: string) => {
				this.log += text;
			});
		this.#app = app;
	}

	/** Ends the app; SIGSTOP and SIGCONT return at once. */
	async signal(signal: "SIGTERM" | "SIGKILL" | "SIGSTOP" | "SIGCONT"): Promise<void> {
		const app = this.#app;
		if (app === undefined || app.child.exitCode !== null || app.child.signalCode !== null) return;
		const ended = new Promise((resolve) => app.child.once("exit", resolve));
		app.signal(signal);
		if (signal === "SIGTERM" || signal === "SIGKILL") await ended;
	}

	/** Our entities, as Home Assistant has them. */
	async entries(): Promise<readonly Entry[]> {
		return (await this.resident.entries()).filter(({ platform }) => platform === "mqtt");
	}

	/** The states of our entities, by entity id. */
	async states(): Promise<ReadonlyMap<string, State>> {
		const [entries, states] = await Promise.all([this.entries(), this.resident.states()]);
		const ours = new Set(entries.map(({ entity_id }) => entity_id));
		return new Map(states.filter((s) => ours.has(s.entity_id)).map((s) => [s.entity_id, s]));
	}

	/** What the app itself says of its plant. */
	async plant(): Promise<Plain> {
		const asked = await askControl(this.#place.folder, "snapshot", undefined, seconds(30));
		if (asked.kind !== "answer") throw new Error(`no snapshot: ${JSON.stringify(asked)}`);
		return asked.value as Plain;
	}

	async close(): Promise<void> {
		await this.signal("SIGKILL");
		this.resident.leaves();
		await this.resident.home.kill9();
		await this.broker.stop();
		rmSync(this.#folder, { recursive: true, force: true });
	}

	/** The app's own folder. */
	get data(): string {
		return this.#place.folder;
	}

	get #place() {
		return { folder: join(this.#folder, "app") };
	}

	#writeOptions(language: Language): void {
		const login = { username: "solar", password: PASSWORDS.solar };
		const core = this.core === undefined ? {} : { home_assistant_version: this.core };
		const mqtt = { host: this.broker.host, port: this.broker.port, ...login, ...core };
		const options = { ...this.#plant, mqtt, language };
		writeFileSync(join(this.#place.folder, "options.json"), JSON.stringify(options), { mode: 0o600 });
	}
}
