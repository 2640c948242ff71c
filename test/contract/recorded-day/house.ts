import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { connectAsync, type MqttClient } from "mqtt";
import { type Mosquitto, startMosquitto } from "../../fakes/mosquitto.ts";
import type { Known } from "./marks.ts";
import { Console } from "./typed.ts";
import { Wire } from "./wire.ts";

export const INSTALLATION = "recorded1";
const LAYERS = [0, 20, 40, 60, 80, 100, 120, 140];
const sensor = (id: string) => ({ id, role: id, source: `simulated:${id}` });

/** The owner's house: collector, tank, return line, eight layers, four airs of the ventilation; pump and heater. */
export const PLANT = {
	sensors: [
		...["collector", "tank", "return_line"].map(sensor),
		...LAYERS.map((height) => ({
			...{ id: `tank_${height}`, role: "tank_layer", source: `simulated:tank/${height}`, height },
		})),
		...["outdoor_air", "exhaust_air", "supply_air", "extract_air"].map(sensor),
	],
	outputs: ["pump", "heater"].map((id) => ({ id, role: id, target: `simulated:${id}` })),
	site: { time_zone: "Europe/Stockholm" },
	turn: 10,
};

/** The whole house except the app: folders, broker, the connection to it, another client, and a console. */
export class House {
	readonly dir = mkdtempSync(join(tmpdir(), "recorded-day-"));
	/** The app's options, and those of the commands, which ask the broker without the wire that reads along. */
	readonly options = join(this.dir, "options.json");
	readonly typed = join(this.dir, "typed.json");
	readonly data = join(this.dir, "data");
	readonly broker: Mosquitto;
	readonly wire: Wire;
	readonly person: MqttClient;
	readonly console = new Console(this.dir);
	readonly httpPort: number;

	private constructor(broker: Mosquitto, wire: Wire, person: MqttClient, httpPort: number) {
		this.broker = broker;
		this.wire = wire;
		this.person = person;
		this.httpPort = httpPort;
	}

	static async open(): Promise<House> {
		const broker = await startMosquitto({ users: { solar: "solar-pw", person: "person-pw" }, acl: "" });
		const person = await connectAsync({
			...{ host: "127.0.0.1", port: broker.port, username: "person", password: "person-pw" },
			...{ protocolVersion: 5, clientId: "person", keepalive: 0 },
		});
		const house = new House(broker, await Wire.start(broker.port), person, await freePort());
		house.write("data/installation-id", INSTALLATION);
		house.configure();
		return house;
	}

	/** The rules that the product itself prints for its user, and everything for the person. */
	async giveRights(): Promise<void> {
		const { out } = await this.console.type(["broker", "acl", "--options", this.options, "--data", this.data]);
		this.broker.setAcl(`${out}\nuser person\ntopic readwrite #\n`);
		await this.broker.hup();
	}

	/** Writes the options, with these parts instead of the usual ones. */
	configure(changes: Readonly<Record<string, unknown>> = {}): void {
		for (const [file, port] of [
			["options.json", this.wire.port],
			["typed.json", this.broker.port],
		] as const) {
			const mqtt = { host: "127.0.0.1", port, username: "solar", password: "solar-pw" };
			this.write(file, JSON.stringify({ ...PLANT, mqtt, ...changes }));
		}
	}

	/** Writes a file of this folder, readable only by its owner. Gives its path. */
	write(name: string, content: string): string {
		const path = join(this.dir, name);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, content, { mode: 0o600 });
		return path;
	}
	/** A file of the data folder. */
	kept(name: string): string {
		return readFileSync(join(this.data, name), "utf8").trim();
	}

	get known(): Known {
		return {
			version: VERSION,
			user: userInfo().username,
			ports: new Map([
				[this.wire.port, "<broker port>"],
				[this.broker.port, "<broker port>"],
				[this.httpPort, "<http port>"],
			]),
			folders: [
				[this.dir, "<folder>"],
				[this.broker.dir, "<broker>"],
			],
		};
	}

	async close(): Promise<void> {
		this.console.close();
		this.person.end(true);
		await this.wire.close();
		await this.broker.stop();
		rmSync(this.dir, { recursive: true, force: true });
	}
}

const VERSION: string = JSON.parse(readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8")).version;

const freePort = (): Promise<number> =>
	new Promise((resolve) => {
		const server = createServer();
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" && address !== null ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
