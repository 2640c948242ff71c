import { type Installation, until } from "../e2e/installation.ts";
import { Viewer } from "../e2e/viewer.ts";
import { controllerIn, rested } from "./house.ts";

/** Brings a house where a setting and a hold were given by hand; these have to outlive the controller. */
export class Before {
	readonly #house: Installation;
	readonly #viewer: Viewer;

	constructor(house: Installation) {
		this.#house = house;
		this.#viewer = new Viewer(house.broker);
		this.#viewer.watch();
	}

	async given(): Promise<void> {
		await until("the pump runs", () => this.#shows("pump", "ON"));
		await this.#viewer.publish(this.#topic("solar_charging_start_at/set"), "9");
		await this.#viewer.publish(this.#topic("heater/set"), "ON");
		await until("the heater is held on", () => this.#stands());
	}

	/** Lets the controller die; ms until its outputs were at rest. Comes back when all is as before. */
	async after(die: (pid: number) => unknown, within: number): Promise<number> {
		const pid = await controllerIn(this.#house);
		this.#house.board.take();
		this.#viewer.seen.splice(0);
		const from = performance.now();
		await die(pid);
		await rested(this.#house, within);
		const took = performance.now() - from;
		await controllerIn(this.#house, pid);
		await until("all is as before", () => this.#stands(), 60_000);
		return took;
	}

	close(): void {
		this.#viewer.close();
	}

	#topic = (entity: string) => `${this.#house.root}/${entity}`;
	#shows = (entity: string, payload: string) => this.#viewer.newest(this.#topic(entity)) === payload;
	#stands = () =>
		this.#shows("pump", "ON") &&
		this.#shows("heater", "ON") &&
		this.#shows("heater_reason", "held_on") &&
		this.#shows("solar_charging_start_at", "9");
}
