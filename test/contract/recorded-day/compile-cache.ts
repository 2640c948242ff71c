import { join } from "node:path";

/** Node keeps here what it has compiled: the app starts several times in a day, and most of a start is compiling. */
export const COMPILED = { NODE_COMPILE_CACHE: join(import.meta.dirname, "../../../.cache/recorded-day") };
