import { type Chapter, type Scenario, step } from "./scenario.ts";

/** What manuals and parameter data of known controllers state; written out here, not taken from the presets. */
interface Anchor {
	readonly preset: NonNullable<Scenario["preset"]>;
	readonly start: number;
	readonly stop: number;
	readonly store: number;
	readonly hysteresis: number;
	/** Absent where its value is not known. */
	readonly emergency?: readonly [stop: number, release: number];
}

const ANCHORS: readonly Anchor[] = [
	{ preset: "resol_bs4", start: 6, stop: 4, store: 60, hysteresis: 2, emergency: [130, 120] },
	{ preset: "ta_uvr61", start: 8, stop: 4, store: 75, hysteresis: 5, emergency: [130, 110] },
	{ preset: "sorel", start: 8, stop: 4, store: 60, hysteresis: 2, emergency: [120, 110] },
	{ preset: "viessmann_sm1", start: 8, stop: 4, store: 60, hysteresis: 2 },
	{ preset: "predecessor", start: 8, stop: 4, store: 75, hysteresis: 2, emergency: [150, 140] },
];

const WARM = 50;
const tenth = (n: number) => Math.round(n * 10) / 10;

function chapter({ preset, start, stop, store, hysteresis, emergency }: Anchor): Chapter {
	const on = step(WARM + start, WARM, "on", "gain");
	const full = step(store + 10, store, "off", "tank_full");
	const off = (collector: number) => step(collector, WARM, "off", "no_gain");
	const boils = emergency && step(emergency[0], WARM, "off", "boiling");
	// Only these cool a hot collector by default: from 90 °C.
	const hot = preset === "predecessor" || preset === "ta_uvr61" ? "collector_hot" : "gain";
	const charging: readonly Scenario[] = [
		{ preset, says: `rests at ${tenth(start - 0.1)} K`, steps: [off(WARM + start - 0.1)] },
		{ preset, says: `starts at ${start} K`, steps: [on] },
		{ preset, says: `a colder collector starts nothing`, steps: [off(WARM - 20)] },
		{
			preset,
			says: `runs on between ${stop} and ${start} K`,
			steps: [on, step(WARM + stop + 0.1, WARM, "on", "gain")],
		},
		{ preset, says: `stops at ${stop} K`, steps: [on, off(WARM + stop)] },
		{
			preset,
			says: `once stopped, rests until ${start} K again`,
			steps: [on, off(WARM + stop), off(WARM + start - 0.1), on],
		},
		{
			preset,
			says: `a difference with a rounding error starts: 56.1 and ${tenth(56.1 - start)}`,
			steps: [step(56.1, tenth(56.1 - start), "on", "gain")],
		},
		{
			preset,
			says: `charges up to ${tenth(store - 0.1)} °C in the tank`,
			steps: [step(store + 10, store - 0.1, "on", "gain")],
		},
		{ preset, says: `stops at ${store} °C in the tank`, steps: [step(store + 10, store - 1, "on", "gain"), full] },
		{
			preset,
			says: `a full tank stays full at ${store - hysteresis} °C`,
			steps: [full, step(store + 10, store - hysteresis, "off", "tank_full")],
		},
		{
			preset,
			says: `a full tank is charged again below ${store - hysteresis} °C`,
			steps: [full, step(store + 10, store - hysteresis - 0.1, "on", "gain")],
		},
		{ preset, says: "the collector's sensor is lost: rests", steps: [on, step("lost", WARM, "off", "sensor_lost")] },
		{ preset, says: "the tank's sensor is lost: rests", steps: [on, step(WARM + start, "lost", "off", "sensor_lost")] },
		{
			preset,
			says: "a person cannot start it without the tank's sensor",
			steps: [step(WARM + start, "lost", "off", "sensor_lost", { hold: ["pump", "on"] })],
		},
		{
			preset,
			says: "95 °C at the top of the tank stops it",
			steps: [step(WARM + 20, WARM, "on", "gain"), step(WARM + 20, WARM, "off", "tank_maximum", { top: 95 })],
		},
		{ preset, says: "mode off stops it", steps: [on, step(WARM + start, WARM, "off", "mode_off", { mode: "off" })] },
		{
			preset,
			says: "a person stops it",
			steps: [on, step(WARM + start, WARM, "off", "held_off", { hold: ["pump", "off"] })],
		},
		{
			preset,
			says: "a person starts it without a gain",
			steps: [step(WARM, WARM, "on", "held_on", { hold: ["pump", "on"] })],
		},
	];
	const boiling: readonly Scenario[] =
		emergency === undefined || boils === undefined
			? []
			: [
					{
						preset,
						says: `runs at ${emergency[0] - 0.1} °C in the collector`,
						steps: [step(emergency[0] - 0.1, WARM, "on", hot)],
					},
					{ preset, says: `${emergency[0]} °C in the collector stop it`, steps: [on, boils] },
					{
						preset,
						says: `stays off at ${emergency[1]} °C, whatever the gain`,
						steps: [boils, step(emergency[1], WARM, "off", "boiling")],
					},
					{
						preset,
						says: `may run again below ${emergency[1]} °C`,
						steps: [boils, step(emergency[1] - 0.1, WARM, "on", hot)],
					},
					{
						preset,
						says: "boils: a person cannot start it",
						steps: [step(emergency[0], WARM, "off", "boiling", { hold: ["pump", "on"] })],
					},
					{
						preset,
						says: "boils, and the collector's sensor is lost: stays off",
						steps: [boils, step("lost", WARM, "off", "boiling"), step(emergency[1], WARM, "off", "boiling")],
					},
					{ preset, says: "boils while it rests: is not started", steps: [off(WARM), boils] },
				];
	return { title: `As \`${preset}\``, scenarios: [...charging, ...boiling] };
}

export const ANCHORED: readonly Chapter[] = ANCHORS.map(chapter);
