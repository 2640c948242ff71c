import * as z from "zod";
import { entityKeys, writeKeys } from "../entity-keys.ts";

/** A date to choose: `2026-07-31`. Home Assistant has the platform since 2026.5 or so; a core without it refuses the whole message. */
export const dateSchema = z.strictObject({ ...entityKeys("date"), ...writeKeys });
export type DateComponent = Readonly<z.input<typeof dateSchema>>;

/** A time of the day to choose. Home Assistant sends `06:30:00`. As new as `date`. */
export const timeSchema = z.strictObject({ ...entityKeys("time"), ...writeKeys });
export type TimeComponent = Readonly<z.input<typeof timeSchema>>;
