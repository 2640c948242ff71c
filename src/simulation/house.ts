import { Chance } from "./chance.ts";
import { type Energies, energiesOf } from "./energies.ts";
import { afflict, heldAt, isDead } from "./faults/afflict.ts";
import type { PlantFault } from "./faults/plant-fault.ts";
import { Schedule } from "./faults/schedule.ts";
import type { Valve } from "./flow/valve.ts";
import type { Field } from "./heat/field.ts";
import type { Stove } from "./heat/stove.ts";
import type { HouseDesign } from "./house-design.ts";
import { type Layout, layoutOf, weatherOn } from "./layout.ts";
import { DRAW_PROFILES, type DrawProfile, drawnBy, hotShare, waterMain } from "./store/draw-off.ts";
import type { Tank } from "./store/tank.ts";
import { INDOORS, type Ventilation, ventilation } from "./ventilation.ts";
import { sunOn } from "./weather/forecast.ts";
import type { Sky } from "./weather/sky.ts";

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
	/** Its element is broken. */
	dead: boolean;
}
/** A contact that has not moved yet. */
interface Late {
	readonly id: string;
	readonly level: number;
	/** When it moves. */
	readonly at: number;
}
/** A store, L that are drawn from it in a day, where it stands, and its heaters. */
interface Kept {
	readonly tank: Tank;
	readonly daily: number;
	readonly profile: DrawProfile;
	readonly outdoors: boolean;
	readonly heaters: readonly Heater[];
}

/** A heated house of any parts, with weather. Time passes only through `advance`. */
export class House {
	private readonly weather: Sky;
	readonly layout: Layout;
	private readonly stores: readonly Kept[];
	/** Pumps, valves and heaters. */
	private readonly outputs: ReadonlyMap<string, Driven>;
	private readonly fields: readonly Field[];
	private readonly waters: readonly Tank[];
	private readonly stoves: readonly Stove[];
	private readonly valves: readonly Valve[];
	/** Seconds of solar time since the year began. */
	private time: number;
	private weatherUntil = Number.NEGATIVE_INFINITY;
	private forecast = { midnight: Number.NaN, sun: 0 };
	private outdoor = 0;
	private cold = 0;
	private drawing = false;
	/** The levels at which outputs are driven, with the contacts that have not moved yet. */
	private readonly asked = new Map<string, number>();
	private late: readonly Late[] = [];
	private readonly design: HouseDesign;
	private readonly schedule: Schedule;
	private readonly began: number;
	private readonly chance: Chance;
	private readonly heaters: ReadonlyMap<string, Heater>;
	private readonly fluidVaries: boolean;
	private faults: readonly PlantFault[] = [];

	constructor(design: HouseDesign, faults: readonly PlantFault[] = []) {
		this.design = design;
		this.schedule = new Schedule(faults);
		this.chance = new Chance(design.seed + 1);
		this.fluidVaries = design.fluid?.varies ?? false;
		this.weather = weatherOn(design, {});
		this.time = ((design.start.day_of_year - 1) * 24 + design.start.hour) * 3600;
		this.began = this.time;
		const outdoor = this.weather.outdoor(this.time + WEATHER / 2);
		this.layout = layoutOf(design, outdoor, (outdoor + INDOORS) / 2);
		this.fields = [...this.layout.fields.values()];
		this.waters = [...this.layout.stores.values()];
		this.stoves = [...this.layout.stoves.values()];
		this.valves = [...this.layout.valves.values()];
		const heaters = new Map(
			design.heaters.map(({ id, power }): [string, Heater] => [id, { power, level: 0, dead: false }]),
		);
		this.heaters = heaters;
		this.outputs = new Map<string, Driven>([...this.layout.pumps, ...this.layout.valves, ...heaters]);
		this.stores = design.stores.flatMap((store): readonly Kept[] => {
			const tank = this.layout.stores.get(store.id);
			const own = design.heaters.filter(({ of }) => of === store.id).flatMap(({ id }) => heaters.get(id) ?? []);
			const { daily_draw: daily, profile = DRAW_PROFILES.family, outdoors = false } = store;
			return tank === undefined ? [] : [{ tank, daily, profile, outdoors, heaters: own }];
		});
		this.observe();
	}

	/** Drives a pump, a valve or a heater, in %. A valve begins to move. Unknown ids drive nothing. */
	drive(id: string, level: number): void {
		const { relay_lag = 0 } = this.design;
		const before = this.asked.get(id) ?? 0;
		if (level === before) return;
		this.asked.set(id, level);
		if (relay_lag > 0) this.late = [...this.late, { id, level, at: this.time + relay_lag }];
		else this.set(id, level);
	}

	private set(id: string, level: number) {
		const driven = this.outputs.get(id);
		if (driven !== undefined) driven.level = heldAt(this.faults, id, level) ?? level;
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
	/** kWh that a forecast which is always right expects tomorrow, of photovoltaics of 1 kW. */
	get sun_tomorrow(): number {
		const midnight = (floor(this.time / DAY) + 1) * DAY;
		if (this.forecast.midnight !== midnight) this.forecast = { midnight, sun: sunOn(this.weather, midnight) };
		return this.forecast.sun;
	}
	get energies(): Energies {
		return energiesOf(this.layout);
	}
	get collectors(): readonly Field[] {
		return this.fields;
	}
	get tanks(): readonly Tank[] {
		return this.waters;
	}
	/** Whether an output is driven. */
	driven(id: string): boolean {
		return (this.outputs.get(id)?.level ?? 0) > 0;
	}
	/** Seconds since it began. */
	get passed(): number {
		return this.time - this.began;
	}
	/** Those that last now. */
	get lasting(): readonly PlantFault[] {
		return this.faults;
	}
	/** °C of what a source's flow pipe brings to the tanks. */
	arriving(source: string): number | undefined {
		return this.layout.branches.get(source)?.arriving;
	}

	private step(seconds: number) {
		if (this.time >= this.weatherUntil) this.observe();
		if (this.late.length > 0) this.moveContacts();
		for (const valve of this.valves) valve.move(seconds);
		this.layout.network.step(seconds, this.outdoor, (this.outdoor + INDOORS) / 2);
		for (const field of this.fields) field.sense(seconds, field.turned ? field.entering : field.outlet);
		for (const store of this.stores) this.keep(store, seconds);
		this.time += seconds;
	}

	private keep({ tank, daily, profile, outdoors, heaters }: Kept, seconds: number) {
		let power = 0;
		for (const heater of heaters) if (!heater.dead) power += (heater.power * heater.level) / 100;
		if (power > 0) tank.heatElectrically(seconds, power);
		if (this.drawing && daily > 0) {
			const second = this.time % DAY;
			const share = drawnBy(second + seconds, profile) - drawnBy(second, profile);
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
		this.drawing = this.stores.some(({ profile }) => drawnBy(second + WEATHER, profile) > drawnBy(second, profile));
		this.afflict();
		this.weatherUntil = this.time + WEATHER;
	}

	private moveContacts() {
		const due = this.late.filter(({ at }) => at <= this.time);
		if (due.length === 0) return;
		this.late = this.late.filter(({ at }) => at > this.time);
		for (const { id, level } of due) this.set(id, level);
	}

	/** Faults begin and end with the weather's minutes. */
	private afflict() {
		const { faults, layout, design, chance } = this;
		const now = this.schedule.at(this.passed);
		const began = now !== faults;
		this.faults = now;
		if (began) {
			for (const [id, heater] of this.heaters) heater.dead = isDead(now, id);
			// Without power contacts fall to rest.
			if (now.some(({ fault }) => fault === "power_cut")) this.asked.clear();
			const late = new Set(this.late.map(({ id }) => id));
			for (const id of this.outputs.keys()) if (!late.has(id)) this.set(id, this.asked.get(id) ?? 0);
		}
		if (began || now.length > 0) afflict({ design, layout, chance }, now);
		else if (this.fluidVaries) layout.network.refresh();
	}
}
