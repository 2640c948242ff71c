import { Row } from "../flow/row.ts";
import type { Source } from "../flow/source.ts";
import type { StoveDesign } from "../house-design.ts";
import { INDOORS } from "../ventilation.ts";

const NODES = 2;
/** J/K of the water jacket and the iron around it. */
const CAPACITY = 180_000;
/** W/K to the room. */
const LEAK = 6;
/** °C at which the thermal discharge valve opens (EN 14597), and W/K that it takes away then. */
const DISCHARGES_AT = 95;
const DISCHARGE = 400;

/** A wood stove with a water jacket, which burns at its own hours, or a boiler that keeps itself warm then. */
export class Stove implements Source {
	/** J from the fire since the start. */
	burned = 0;
	private readonly design: StoveDesign;
	private readonly row: Row;
	/** W into each node. */
	private power = 0;
	private calls = true;

	constructor(design: StoveDesign) {
		this.design = design;
		this.row = new Row(NODES, CAPACITY / NODES, INDOORS);
	}

	get outletAtZero(): number {
		return this.row.outletAtZero;
	}
	get through(): number {
		return this.row.through;
	}
	get outlet(): number {
		return this.row.outlet;
	}
	get blocked(): boolean {
		return false;
	}
	get heat(): number {
		return this.row.heat;
	}
	/** J lost to the room and through the discharge valve since the start. */
	get lost(): number {
		return this.row.leaked;
	}

	/** Burns or not at this moment, in seconds of the year. */
	observe(second: number): void {
		const hour = (second / 3600) % 24;
		const { fires, keeps } = this.design;
		if (keeps !== undefined) this.calls = this.calls ? this.outlet < keeps[1] : this.outlet <= keeps[0];
		const burns = this.calls && fires.some(([from, hours]) => hour >= from && hour < from + hours);
		this.power = burns ? this.design.power / NODES : 0;
	}

	begin(seconds: number, carried: number): void {
		const { row, power } = this;
		const open = row.outlet >= DISCHARGES_AT ? DISCHARGE : 0;
		row.gained.fill(power);
		row.leak.fill((LEAK + open) / NODES);
		this.burned += seconds * power * NODES;
		row.begin(seconds, carried, INDOORS);
	}

	flow(inlet: number): void {
		this.row.flow(inlet);
	}
}
