import * as z from "zod";
import { type BinarySensorComponent, binarySensorSchema } from "./platforms/binary-sensor.ts";
import { type ButtonComponent, buttonSchema } from "./platforms/button.ts";
import { type EventComponent, eventSchema } from "./platforms/event.ts";
import { type DateComponent, dateSchema, type TimeComponent, timeSchema } from "./platforms/moment.ts";
import { type NumberComponent, numberSchema } from "./platforms/number.ts";
import { type SelectComponent, selectSchema } from "./platforms/select.ts";
import { type SensorComponent, sensorSchema } from "./platforms/sensor.ts";
import { type SwitchComponent, switchSchema } from "./platforms/switch.ts";
import { type TextComponent, textSchema } from "./platforms/text.ts";
import { type ValveComponent, valveSchema } from "./platforms/valve.ts";
import { type WaterHeaterComponent, waterHeaterSchema } from "./platforms/water-heater.ts";

export const PLATFORMS = [
	...(["sensor", "binary_sensor", "switch", "number", "select", "button", "event", "text", "date", "time"] as const),
	...(["water_heater", "valve"] as const),
] as const;
export type Platform = (typeof PLATFORMS)[number];

/** One entity of a device, as written by hand. */
export type Component =
	| SensorComponent
	| BinarySensorComponent
	| SwitchComponent
	| NumberComponent
	| SelectComponent
	| ButtonComponent
	| EventComponent
	| TextComponent
	| DateComponent
	| TimeComponent
	| WaterHeaterComponent
	| ValveComponent;

/** Any of them, distinguished by `platform`. */
export const componentSchema = z.discriminatedUnion(
	"platform",
	[
		sensorSchema,
		binarySensorSchema,
		switchSchema,
		numberSchema,
		selectSchema,
		buttonSchema,
		eventSchema,
		textSchema,
		dateSchema,
		timeSchema,
		waterHeaterSchema,
		valveSchema,
	],
	`use one of the platforms ${PLATFORMS.join(", ")}`,
);
