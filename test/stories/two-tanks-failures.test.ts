import { describe, expect, it } from "@jest/globals";
import type { Intent } from "#model/decision/intent.ts";
import { FULL } from "#model/quantities/units.ts";
import * as registry from "#rules/index.ts";
import { type Moment, WideHouse } from "../fakes/drawn/house.ts";
import type { Board, Row } from "../fakes/drawn/life.ts";
import { TRAVEL, twoTanks } from "../fakes/two-tanks.ts";

const plant = twoTanks();
const [pump, diverter, heater] = [0, 1, 2];
const [field, house, buffer] = [0, 1, 2];
const SUN: Row["says"] = [
	[field, 70],
	[house, 50],
	[buffer, 30],
];
/** The house's tank reaches its target, so that the heat has to go to the buffer. */
const HOUSE_FULL: Row["says"] = [[house, 76]];
const HOUSE_TOO_HOT: Row["says"] = [
	[house, 96],
	[field, 110],
];

/** A field, and two tanks behind a diverter. A turn takes 10 s. */
class Story {
	readonly #house = new WideHouse(plant, Object.values(registry));
	#last: Moment;

	constructor() {
		this.#last = this.#turn(SUN);
		this.for(2 * TRAVEL);
	}

	/** What happens now; `says` are readings, `boards` what becomes of the devices. */
	now(happens: Partial<Row>): this {
		this.#last = this.#turn(happens.says ?? [], happens);
		return this;
	}
	for(duration: number): this {
		for (let t = 0; t < duration; t += 10) this.#last = this.#turn([]);
		return this;
	}
	/** What is wanted of the pump and of the diverter, and why. */
	get wants(): { readonly pump: string; readonly diverter: string } {
		return { pump: this.#says(pump), diverter: this.#says(diverter) };
	}
	/** The same of the circuit to the buffer. */
	get toBuffer(): string {
		const { want, because } = this.#last.decision.circuits[1] ?? {};
		return `${want} ${because?.code}`;
	}
	get heats(): string {
		return this.#says(heater);
	}
	/** Whether the pump was wanted on in any turn of so much time. */
	everRuns(duration: number): boolean {
		let ran = false;
		for (let t = 0; t < duration; t += 10) {
			this.#last = this.#turn([]);
			if (this.#want(pump) > 0) ran = true;
		}
		return ran;
	}

	#turn(says: Row["says"], more: Partial<Row> = {}): Moment {
		return this.#house.turn({ dt: 10, boards: [], intents: [], ...more, says });
	}
	#want(output: number): number {
		return this.#last.decision.verdicts[output]?.want ?? Number.NaN;
	}
	#says(output: number): string {
		return `${this.#want(output)} ${this.#last.decision.verdicts[output]?.because.code}`;
	}
}
const becomes = (output: number, board: Board): Partial<Row> => ({ boards: [[output, board]] });
const holdHouse: Intent = { kind: "hold", output: plant.outputs[heater]?.id as never, want: FULL };

describe("a diverter that is stuck for good", () => {
	it("never lets the pump heat the tank that it is stuck at, once that is full", () => {
		const story = new Story().now(becomes(diverter, "welded"));
		expect(story.wants).toEqual({ pump: "100 gain", diverter: "0 for_circuit" });
		story.now({ says: HOUSE_FULL });
		expect(story.everRuns(3600)).toBe(false);
		expect(story.wants).toEqual({ pump: "0 valve_first", diverter: "100 for_circuit" });
	});

	it("stops the pump at once where that tank is too hot, and the pump stays off", () => {
		const story = new Story().now(becomes(diverter, "welded")).now({ says: HOUSE_TOO_HOT });
		expect(story.wants.pump).toMatch(/^0 /);
		expect(story.everRuns(3600)).toBe(false);
	});

	it("lets the tank that it is stuck at be heated again when that has room", () => {
		const story = new Story().now(becomes(diverter, "welded")).now({ says: HOUSE_FULL }).for(600);
		expect(story.now({ says: [[house, 50]] }).for(TRAVEL).wants.pump).toBe("100 gain");
	});
});

describe("a diverter whose relay obeys and whose valve is stuck at the tank that is too hot", () => {
	/** The relay leads to the buffer, and the house's tank gets hotter all the same. */
	const charging = () => new Story().now({ says: HOUSE_TOO_HOT }).for(2 * TRAVEL);

	it("lets the pump heat the other tank while the hot one stays as it is", () => {
		expect(charging().for(3600).wants).toEqual({ pump: "100 collector_hot", diverter: "100 for_circuit" });
	});

	it("stops the pump when the hot tank is 3 K above its maximum, until that has cooled", () => {
		const story = charging().now({ says: [[house, 97.9]] });
		expect(story.wants.pump).toBe("100 collector_hot");
		expect(story.now({ says: [[house, 98]] }).wants.pump).toMatch(/^0 tank_/);
		expect(story.toBuffer).toBe("0 tank_still_heated");
		expect(story.now({ says: [[house, 93]] }).everRuns(3600)).toBe(false);
		expect(story.now({ says: [[house, 92.9]] }).for(2 * TRAVEL).wants.pump).toBe("100 collector_hot");
	});

	it("cannot be held on against that", () => {
		const hold: Intent = { kind: "hold", output: plant.outputs[pump]?.id as never, want: FULL };
		const story = charging().now({ says: [[house, 98]] });
		expect(story.now({ intents: [hold] }).wants.pump).toMatch(/^0 tank_/);
	});
});

describe("a pump that is welded on", () => {
	it("is told off, and the diverter leads its heat away from the tank that is too hot", () => {
		const story = new Story().now(becomes(pump, "welded")).now({ says: HOUSE_TOO_HOT });
		expect(story.wants.pump).toMatch(/^0 /);
		story.for(20);
		expect(story.wants.diverter).toBe("100 for_circuit");
		story.for(2 * TRAVEL);
		expect(story.wants).toEqual({ pump: "100 collector_hot", diverter: "100 for_circuit" });
	});

	it("holds the diverter while only the target is reached, because that is no danger", () => {
		const story = new Story().now(becomes(pump, "welded")).now({ says: HOUSE_FULL }).for(600);
		expect(story.wants).toEqual({ pump: "0 valve_first", diverter: "0 pump_first" });
	});

	it("keeps the heater off as ever", () => {
		const story = new Story().now({ intents: [holdHouse] });
		expect(story.heats).toBe("100 held_on");
		expect(story.now(becomes(pump, "welded")).now({ says: HOUSE_TOO_HOT }).heats).toBe("0 tank_maximum");
	});
});

describe("a board that is lost in the middle of a change-over", () => {
	it("leaves the pump off while nobody knows where the diverter stands", () => {
		const story = new Story().now({ says: HOUSE_FULL }).now(becomes(diverter, "lost"));
		expect(story.everRuns(3600)).toBe(false);
		expect(story.wants).toEqual({ pump: "0 valve_unknown", diverter: "100 for_circuit" });
	});

	it("goes on when the board is back, after the time that the diverter needs", () => {
		const story = new Story().now({ says: HOUSE_FULL }).now(becomes(diverter, "lost")).for(600);
		story.now(becomes(diverter, "obeys"));
		expect(story.everRuns(TRAVEL - 10)).toBe(false);
		expect(story.for(20).wants).toEqual({ pump: "100 gain", diverter: "100 for_circuit" });
	});

	it("does not move the diverter while the pump's board is lost, because the pump may run", () => {
		const story = new Story().now({ ...becomes(pump, "lost"), says: HOUSE_FULL }).for(600);
		expect(story.wants).toEqual({ pump: "0 valve_first", diverter: "0 pump_first" });
	});

	it("moves it all the same where the tank is too hot that the pump may heat", () => {
		const story = new Story().now({ ...becomes(pump, "lost"), says: HOUSE_TOO_HOT }).for(30);
		expect(story.wants.pump).toMatch(/^0 /);
		expect(story.wants.diverter).toBe("100 for_circuit");
	});
});
