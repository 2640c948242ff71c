import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Resident } from "../fakes/home-assistant/resident.ts";

const FOLDER = join(import.meta.dirname, "../../blueprints/automation/solar_heating");
/** What Home Assistant needs in its configuration.yaml to have automations. */
export const AUTOMATIONS = ["automation: !include automations.yaml"];

/** The repository's blueprints as a person uses them: imported by their address, saved, and made automations of. */
export class Blueprints {
	readonly #resident: Resident;
	readonly #server: Server;
	#made = 0;

	private constructor(resident: Resident, server: Server) {
		this.#resident = resident;
		this.#server = server;
	}

	static async at(resident: Resident): Promise<Blueprints> {
		const server = createServer(({ url = "" }, response) => response.end(readFileSync(join(FOLDER, url))));
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		return new Blueprints(resident, server);
	}

	/** Imports and saves a blueprint; gives what Home Assistant says against it. */
	async imports(name: string): Promise<unknown> {
		const url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${name}.yaml`;
		const found = (await this.#resident.ask({ type: "blueprint/import", url })) as Imported;
		const { raw_data: yaml, validation_errors: errors } = found;
		await this.#resident.ask({ type: "blueprint/save", domain: "automation", path: this.#path(name), yaml });
		return errors;
	}

	/** An automation of a blueprint. Gives its entity id once it is there. */
	async automation(name: string, input: object): Promise<string> {
		const id = `of_${name}_${++this.#made}`;
		const use_blueprint = { path: this.#path(name), input };
		await this.#resident.post(`/api/config/automation/config/${id}`, { alias: id, use_blueprint });
		return `automation.${id}`;
	}

	close(): void {
		this.#server.close();
	}

	#path(name: string): string {
		return `solar_heating/${name}.yaml`;
	}
}

interface Imported {
	readonly raw_data: string;
	readonly validation_errors: unknown;
}
