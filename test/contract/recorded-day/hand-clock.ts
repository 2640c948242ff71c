import { syncBuiltinESMExports } from "node:module";
import { performance } from "node:perf_hooks";
import promises from "node:timers/promises";
import { HandTimers } from "./hand-timers.ts";

/**
 * Loaded before the app, in its process: the clocks and timers of that process stand still until they are told to go on.
 * So a day takes seconds, and every run of it has the same turns at the same times, however busy the machine is.
 */
export const hand = new HandTimers(Number(process.env["RECORDED_DAY_FROM"]));

const { Date: RealDate } = globalThis;
/** `Date()` as a function is not used. */
globalThis.Date = new Proxy(RealDate, {
	construct: (real, given, as) => Reflect.construct(real, given.length === 0 ? [hand.wall()] : given, as),
	get: (real, key) => (key === "now" ? hand.wall : Reflect.get(real, key)),
});
performance.now = () => hand.now;

Object.assign(globalThis, {
	setTimeout: hand.after,
	clearTimeout: hand.forget,
	setInterval: hand.every,
	clearInterval: hand.forget,
});
Object.assign(promises, { setTimeout: hand.sleep });
syncBuiltinESMExports();

/** Chance decides when a broken connection is tried again, and the minute of the nightly audit. */
Math.random = () => 0.5;
