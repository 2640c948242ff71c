import type { Source } from "../flow/source.ts";
import type { FieldDesign } from "../house-design.ts";
import { DARK, type Irradiance } from "../weather/irradiance.ts";
import type { Sky } from "../weather/sky.ts";
import { Collector } from "./collector.ts";

/** Seconds in which a field's sensor follows 63 % of a jump. */
const SENSOR_LAG = 45;

/** A collector field under its own part of the sky. */
export class Field implements Source {
	readonly collector: Collector;
	/** °C that the sensor at its outlet tells, which follows with a lag. */
	sensed: number;
	/** Its fluid flows backwards. */
	turned = false;
	private readonly weather: Sky;
	private sun: Irradiance = DARK;

	/** @param weather in its plane */
	constructor(design: FieldDesign, weather: Sky, outdoor: number) {
		this.collector = new Collector(design.collector, design.area, outdoor);
		this.weather = weather;
		this.sensed = outdoor;
	}

	get outletAtZero(): number {
		return this.collector.row.outletAtZero;
	}
	get through(): number {
		return this.collector.row.through;
	}
	get outlet(): number {
		return this.collector.row.outlet;
	}
	get entering(): number {
		return this.collector.row.inlet;
	}
	get blocked(): boolean {
		return this.collector.boiling;
	}
	get heat(): number {
		return this.collector.row.heat;
	}
	/** W/m² in its plane. */
	get irradiance(): number {
		return this.sun.beam + this.sun.diffuse;
	}

	/** Takes the weather of this moment, in seconds of the year. */
	observe(second: number): void {
		this.sun = this.weather.irradiance(second);
	}

	begin(seconds: number, carried: number, outdoor: number): void {
		this.collector.begin(seconds, carried, this.sun, outdoor);
	}

	flow(inlet: number): void {
		this.collector.flow(inlet);
	}

	turn(): void {
		this.turned = !this.turned;
		this.collector.row.turn();
	}

	/** @param there °C of the fluid at the sensor */
	sense(seconds: number, there: number): void {
		this.sensed += ((there - this.sensed) * seconds) / (SENSOR_LAG + seconds);
	}
}
