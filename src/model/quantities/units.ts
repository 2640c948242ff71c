declare const unit: unique symbol;

/** A number with a unit, so that a temperature cannot be passed as a difference. */
export type Measure<U extends string> = number & { readonly [unit]: U };

/** A temperature. */
export type Celsius = Measure<"°C">;
/** A temperature difference. */
export type Kelvin = Measure<"K">;
export type Seconds = Measure<"s">;
export type Minutes = Measure<"min">;
export type Days = Measure<"d">;
/** How fast something gets warmer. */
export type KelvinPerHour = Measure<"K/h">;
export type Watts = Measure<"W">;
export type Litres = Measure<"L">;
export type LitresPerMinute = Measure<"L/min">;
export type Bar = Measure<"bar">;
export type WattsPerSquareMetre = Measure<"W/m²">;
export type KilowattHours = Measure<"kWh">;
/** In %. Another type than the level of an output. */
export type RelativeHumidity = Measure<"% humidity">;
/** Level of an output: 0 is off, 100 is on or full speed. */
export type Percent = Measure<"%">;
/**
 * The controller's own running time in seconds. It only grows, continues after restarts, and does not count time while the
 * controller is off.
 */
export type Instant = Measure<"instant">;

export const celsius = (n: number) => n as Celsius;
export const kelvin = (n: number) => n as Kelvin;
export const seconds = (n: number) => n as Seconds;
export const minutes = (n: number) => n as Minutes;
export const days = (n: number) => n as Days;
export const kilowattHours = (n: number) => n as KilowattHours;
export const kelvinPerHour = (n: number) => n as KelvinPerHour;
export const watts = (n: number) => n as Watts;
export const litres = (n: number) => n as Litres;
export const litresPerMinute = (n: number) => n as LitresPerMinute;
export const percent = (n: number) => n as Percent;
export const instant = (n: number) => n as Instant;

export const OFF = percent(0);
export const FULL = percent(100);

/** How much warmer `a` is than `b`, rounded to the 0.1 K that sensors and owners use (57.9 - 50.0 is 7.9, not 7.8999…). */
export const warmerBy = (a: Celsius, b: Celsius) => kelvin(Math.round((a - b) * 10) / 10);
export const shifted = (t: Celsius, by: Kelvin) => celsius(t + by);
/**
 * The time between two moments, to the microsecond, so that a duration added to a moment is returned exactly. Plain doubles
 * lose digits ((500.1005 + 3600) - 500.1005 is more than 3600), so never compare a limit with a plain difference.
 */
export const since = (from: Instant, to: Instant) => seconds(Math.round((to - from) * 1e6) / 1e6);
export const after = (from: Instant, wait: Seconds) => instant(from + wait);
export const inSeconds = (m: Minutes) => seconds(m * 60);
