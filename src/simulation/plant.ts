import { type Celsius, celsius } from "#model/quantities/units.ts";
import { OWNERS_PLANT, type PlantDesign } from "./design.ts";
import { drawnBy, hotShare, waterMain } from "./draw-off.ts";
import { DARK } from "./irradiance.ts";
import { Loop } from "./loop.ts";
import { Tank, type TankDesign } from "./tank.ts";
import { INDOORS, type Ventilation, ventilation } from "./ventilation.ts";
import { Weather } from "./weather.ts";

// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const floor = Math.floor;
const min = Math.min;

/** Longest step, and how long the weather stays constant, in seconds. */
const STEP = 10;
const WEATHER = 60;
const DAY = 86400;
const KWH = 3.6e6;
/** °C around the tank. */
const CELLAR = 18;
/** W/K of coil for one m² of collector; m from the tank's bottom to its top. */
const COIL = 70;
const TANK_HEIGHT = 1.6;
/** W/K to the room for one L^(2/3): a 300 L tank at 65 °C loses 2.5 kWh a day. */
const TANK_LEAK = 2.2 / 300 ** (2 / 3);
/** Seconds in which the collector's sensor follows 63 % of a jump. */
const SENSOR_LAG = 45;
/** cm. Height of the tank sensor that charging uses, beside the coil. */
const REFERENCE_HEIGHT = 10;

/** Inputs of the plant: the pump's speed and the heater in percent. */
export interface Drive {
	readonly pump: number;
	readonly heater: number;
}

/** kWh since the start. solar + heater - draw - loss equals the growth of `stored`. */
export interface Energies {
	/** From the coil into the tank. */
	readonly solar_kwh: number;
	readonly heater_kwh: number;
	/** Drawn off, relative to the water main's temperature. */
	readonly draw_kwh: number;
	/** From the tank to the room. */
	readonly loss_kwh: number;
	/** In the tank above 0 °C, now. */
	readonly stored_kwh: number;
	/** Absorbed by the collector; lost by collector and pipes; in their fluid above 0 °C, now. */
	readonly absorbed_kwh: number;
	readonly collector_loss_kwh: number;
	readonly pipe_loss_kwh: number;
	readonly loop_kwh: number;
}

/** A solar-heating plant with weather. Time passes only through `advance`. */
export class SimulatedPlant {
	private readonly weather: Weather;
	private readonly store: Tank;
	private readonly loop: Loop;
	private readonly dailyDraw: number;
	/** Seconds of solar time since the year began. */
	private time: number;
	private weatherUntil = Number.NEGATIVE_INFINITY;
	private sun = DARK;
	private outdoor = 0;
	private cold = 0;
	private sensed: number;
	private drawing = false;

	constructor(design: PlantDesign) {
		const latitude = design.latitude ?? design.climate.latitude;
		const slope = design.slope ?? design.climate.slope;
		this.weather = new Weather({ ...design, climate: { ...design.climate, latitude }, slope });
		this.time = ((design.start.day_of_year - 1) * 24 + design.start.hour) * 3600;
		this.dailyDraw = design.daily_draw;
		this.store = new Tank(tankOf(design), design.tank_bottom, design.tank_top);
		this.observe();
		this.loop = new Loop(design, this.store, this.outdoor, (this.outdoor + INDOORS) / 2);
		this.sensed = this.outdoor;
	}

	/** Lets time pass with constant outputs. */
	advance(seconds: number, drive: Drive): void {
		const end = this.time + seconds;
		while (this.time < end) this.step(min(STEP, end - this.time), drive);
	}

	/** The sensor at the collector's outlet, which follows with a lag. */
	get collector(): Celsius {
		return celsius(this.sensed);
	}
	/** The tank's reference sensor, beside the coil. */
	get tank(): Celsius {
		return this.layer(REFERENCE_HEIGHT);
	}
	/** @param height cm above the tank's bottom */
	layer(height: number): Celsius {
		return celsius(this.store.at(height));
	}
	/** Where the fluid leaves the tank's coil. */
	get return_line(): Celsius {
		return celsius(this.loop.up.inlet);
	}
	get outdoor_air(): Celsius {
		return celsius(this.outdoor);
	}
	get air(): Ventilation {
		return ventilation(this.outdoor);
	}
	/** W/m² in the collector's plane. */
	get irradiance(): number {
		return this.sun.beam + this.sun.diffuse;
	}
	/** There is steam in the collector, so the pump moves nothing. */
	get boiling(): boolean {
		return this.loop.collector.boiling;
	}
	/** Day of the year from 1, and the hour of solar time with its fraction. */
	get moment(): { readonly day_of_year: number; readonly hour: number } {
		const day = floor(this.time / DAY);
		return { day_of_year: (day % 365) + 1, hour: (this.time - day * DAY) / 3600 };
	}
	get energies(): Energies {
		const { loop, store } = this;
		return {
			solar_kwh: store.fromCoil / KWH,
			heater_kwh: store.fromHeater / KWH,
			draw_kwh: store.drawn / KWH,
			loss_kwh: store.lost / KWH,
			stored_kwh: store.heat / KWH,
			absorbed_kwh: loop.collector.absorbed / KWH,
			collector_loss_kwh: loop.collector.lost / KWH,
			pipe_loss_kwh: (loop.down.leaked + loop.up.leaked) / KWH,
			loop_kwh: loop.heat / KWH,
		};
	}

	private step(seconds: number, drive: Drive) {
		if (this.time >= this.weatherUntil) this.observe();
		this.loop.step(seconds, drive.pump / 100, this.sun, this.outdoor, (this.outdoor + INDOORS) / 2);
		this.sensed += ((this.loop.collector.row.outlet - this.sensed) * seconds) / (SENSOR_LAG + seconds);
		if (drive.heater > 0) this.store.heatElectrically(seconds);
		this.drawOff(seconds);
		this.store.rest(seconds, CELLAR);
		this.time += seconds;
	}

	private drawOff(seconds: number) {
		if (!this.drawing) return;
		const second = this.time % DAY;
		const share = drawnBy(second + seconds) - drawnBy(second);
		this.store.draw(share * this.dailyDraw * hotShare(this.store.top, this.cold), this.cold);
	}

	private observe() {
		this.sun = this.weather.irradiance(this.time + WEATHER / 2);
		this.outdoor = this.weather.outdoor(this.time + WEATHER / 2);
		this.cold = waterMain((floor(this.time / DAY) % 365) + 1);
		const second = this.time % DAY;
		this.drawing = drawnBy(second + WEATHER) > drawnBy(second);
		this.weatherUntil = this.time + WEATHER;
	}
}

const tankOf = (design: PlantDesign): TankDesign => ({
	volume: design.tank_volume,
	height: TANK_HEIGHT,
	leak: TANK_LEAK * design.tank_volume ** (2 / 3),
	coil: COIL * design.collector_area,
	heater: design.heater_power,
});

/** The owner's plant with the given changes. */
export const simulatedPlant = (design: Partial<PlantDesign> = {}): SimulatedPlant =>
	new SimulatedPlant({ ...OWNERS_PLANT, ...design });
