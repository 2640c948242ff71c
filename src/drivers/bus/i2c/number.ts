import * as z from "zod";

/** The option for the number of an I2C bus. */
export const busNumber = z.int().min(0).max(99).default(1);

export const busPath = (bus: number, dev = "/dev"): string => `${dev}/i2c-${bus}`;
