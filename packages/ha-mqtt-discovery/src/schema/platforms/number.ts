import * as z from "zod";
import { NUMBER_MODES } from "../entity-classes.ts";
import { entityKeys, writeKeys } from "../entity-keys.ts";
import { text, unit } from "../ids.ts";
import { MONETARY, type QuantityClass, quantityClasses, type UnitKey } from "../sensor-classes.ts";
import { type Complain, unitOfClass, unitOfMoney } from "./quantity.ts";

const base = z.strictObject({
	...entityKeys("number"),
	...writeKeys,
	device_class: z
		.enum([...quantityClasses, MONETARY], "use a device class that Home Assistant knows for numbers, or none")
		.optional(),
	unit_of_measurement: unit.optional(),
	min: z.number(),
	max: z.number(),
	step: z.number().min(0.001, "use a step of at least 0.001").optional(),
	mode: z.enum(NUMBER_MODES, "use auto, box or slider").optional(),
	/** The state that means "unknown". */
	payload_reset: text.optional(),
});

/**
 * A setting. `min` and `max` are required, because Home Assistant's defaults 0 and 100 are seldom right and it drops states
 * outside them. With device class `temperature` it shows and accepts the person's own unit, and converts.
 */
export const numberSchema = base.superRefine((number, context) => {
	const complain: Complain = (key, message) => context.addIssue({ code: "custom", path: [key], message });
	if (number.min >= number.max) complain("max", "use a greatest value above the least");
	const { device_class: name, unit_of_measurement: unit } = number;
	if (name === undefined) return;
	if (name === MONETARY) unitOfMoney(unit, complain);
	else unitOfClass(name, unit, complain);
});

type Classed = { readonly [C in QuantityClass]: UnitKey<C> & { readonly device_class: C } }[QuantityClass];
type Unclassed =
	| { readonly device_class?: undefined; readonly unit_of_measurement?: string | undefined }
	| { readonly device_class: typeof MONETARY; readonly unit_of_measurement: string };

export type NumberComponent = Readonly<Omit<z.input<typeof base>, "device_class" | "unit_of_measurement">> &
	(Classed | Unclassed);
