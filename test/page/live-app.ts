import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../fakes/mosquitto.ts";

const ROOT = join(import.meta.dirname, "../..");

/** The app as a process on the simulated plant, at noon of a clear day, a minute each second. Its address is known once it answers. */
export class LiveApp {
	readonly #folder = mkdtempSync(join(tmpdir(), "solar-page-"));
	readonly #app: ChildProcess;
	readonly #ended: Promise<unknown>;
	readonly url: Promise<string>;

	static async start(): Promise<LiveApp> {
		return new LiveApp(await freePort());
	}

	private constructor(port: number) {
		const options = JSON.parse(readFileSync(join(ROOT, "examples/options.simulated.json"), "utf8"));
		const own = { simulated: { start_hour: 12, cloudiness: 0 }, legionella: { enabled: true } };
		writeFileSync(join(this.#folder, "options.json"), JSON.stringify({ ...options, ...own }));
		const where = ["--options", join(this.#folder, "options.json"), "--data", this.#folder];
		const args = [join(ROOT, "src/main.ts"), "run", ...where, "--http-port", String(port), "--speed", "60"];
		this.#app = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
		this.#ended = new Promise((done) => this.#app.once("exit", done));
		const served = Promise.withResolvers<string>();
		this.url = served.promise;
		let log = "";
		for (const stream of [this.#app.stdout, this.#app.stderr])
			stream?.on("data", (chunk: Buffer) => {
				log += chunk.toString();
				const [, url] = /"page_served".*?"url":"([^"]+)"/s.exec(log) ?? [];
				if (url !== undefined) served.resolve(url);
			});
		void this.#ended.then(() => served.reject(new Error(log)));
	}

	get login() {
		return { username: "solar", password: readFileSync(join(this.#folder, "page-first-password"), "utf8").trim() };
	}

	async close(): Promise<void> {
		this.#app.kill("SIGKILL");
		await this.#ended;
		rmSync(this.#folder, { recursive: true, force: true });
	}
}
