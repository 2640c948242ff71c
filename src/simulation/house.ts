import { type Energies, energiesOf } from "./energies.ts";
import type { Valve } from "./flow/valve.ts";
import type { Field } from "./heat/field.ts";
import type { Stove } from "./heat/stove.ts";
import type { HouseDesign } from "./house-design.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { drawnBy, hotShare, waterMain } from "./store/draw-off.ts";
import type { Tank } from "./store/tank.ts";
import { INDOORS, type Ventilation, ventilation } from "./ventilation.ts";
import { Weather } from "./weather/weather.ts";

// Taken once: looked up on the global object in each of millions of steps, they would cost more than the physics.
const floor = Math.floor;
const min = Math.min;

/** Longest step, and how long the weather stays constant, in seconds. */
const STEP = 10;
const WEATHER = 60;
const DAY = 86400;
/** °C around the tanks. */
const CELLAR = 18;

interface Driven {
	/** 0 to 100 %. */
	level: number;
}
interface Heater extends Driven {
	readonly power: number;
}
/** A store, L that are drawn from it in a day, where it stands, and its heaters. */
interface Kept {
	readonly tank: Tank;
	readonly daily: number;
	readonly outdoors: boolean;
	readonly heaters: readonly Heater[];
}

/** A heated house of any parts, with weather. Time passes only through `advance`. */
export class House {
	private readonly weather: Weather;
	readonly layout: Layout;
	private readonly stores: readonly Kept[];
	/** Pumps, valves and heaters. */
	private readonly driven: ReadonlyMap<string, Driven>;
	private readonly fields: readonly Field[];
	private readonly stoves: readonly Stove[];
	private readonly valves: readonly Valve[];
	/** Seconds of solar time since the year began. */
	private time: number;
	private weatherUntil = Number.NEGATIVE_INFINITY;
	private outdoor = 0;
	private cold = 0;
	private drawing = false;

	constructor(design: HouseDesign) {
		const { climate, latitude = climate.latitude } = design;
		this.weather = new Weather({ ...design, climate: { ...climate, latitude }, slope: climate.slope });
		this.time = ((design.start.day_of_year - 1) * 24 + design.start.hour) * 3600;
		const outdoor = this.weather.outdoor(this.time + WEATHER / 2);
		this.layout = layoutOf(design, outdoor, (outdoor + INDOORS) / 2);
		this.fields = [...this.layout.fields.values()];
		this.stoves = [...this.layout.stoves.values()];
		this.valves = [...this.layout.valves.values()];
		const heaters = new Map(design.heaters.map(({ id, power }): [string, Heater] => [id, { power, level: 0 }]));
		this.driven = new Map<string, Driven>([...this.layout.pumps, ...this.layout.valves, ...heaters]);
		this.stores = design.stores.flatMap((store): readonly Kept[] => {
			const tank = this.layout.stores.get(store.id);
			const own = design.heaters.filter(({ of }) => of === store.id).flatMap(({ id }) => heaters.get(id) ?? []);
			const daily = store.daily_draw;
			return tank === undefined ? [] : [{ tank, daily, outdoors: store.outdoors ?? false, heaters: own }];
		});
		this.observe();
	}

	/** Drives a pump, a valve or a heater, in %. A valve begins to move. Unknown ids drive nothing. */
	drive(id: string, level: number): void {
		const driven = this.driven.get(id);
		if (driven !== undefined) driven.level = level;
	}

	/** Lets time pass with constant outputs. */
	advance(seconds: number): void {
		const end = this.time + seconds;
		while (this.time < end) this.step(min(STEP, end - this.time));
	}

	/** L/min of a pump or of a circuit, as they were last driven; undefined for any other id. */
	flow(id: string): number | undefined {
		const { pumps, network } = this.layout;
		const pump = pumps.get(id);
		return pump === undefined ? network.flowOf(id) : network.flowBy(pump);
	}
	get outdoor_air(): number {
		return this.outdoor;
	}
	get air(): Ventilation {
		return ventilation(this.outdoor);
	}
	/** Day of the year from 1, and the hour of solar time with its fraction. */
	get moment(): { readonly day_of_year: number; readonly hour: number } {
		const day = floor(this.time / DAY);
		return { day_of_year: (day % 365) + 1, hour: (this.time - day * DAY) / 3600 };
	}
	get energies(): Energies {
		return energiesOf(this.layout);
	}

	private step(seconds: number) {
		if (this.time >= this.weatherUntil) this.observe();
		for (const valve of this.valves) valve.move(seconds);
		this.layout.network.step(seconds, this.outdoor, (this.outdoor + INDOORS) / 2);
		for (const field of this.fields) field.sense(seconds);
		for (const store of this.stores) this.keep(store, seconds);
		this.time += seconds;
	}

	private keep({ tank, daily, outdoors, heaters }: Kept, seconds: number) {
		let power = 0;
		for (const heater of heaters) power += (heater.power * heater.level) / 100;
		if (power > 0) tank.heatElectrically(seconds, power);
		if (this.drawing && daily > 0) {
			const second = this.time % DAY;
			const share = drawnBy(second + seconds) - drawnBy(second);
			tank.draw(share * daily * hotShare(tank.top, this.cold), this.cold);
		}
		tank.rest(seconds, outdoors ? this.outdoor : CELLAR);
	}

	private observe() {
		for (const field of this.fields) field.observe(this.time + WEATHER / 2);
		for (const stove of this.stoves) stove.observe(this.time + WEATHER / 2);
		this.outdoor = this.weather.outdoor(this.time + WEATHER / 2);
		this.cold = waterMain((floor(this.time / DAY) % 365) + 1);
		const second = this.time % DAY;
		this.drawing = drawnBy(second + WEATHER) > drawnBy(second);
		this.weatherUntil = this.time + WEATHER;
	}
}
