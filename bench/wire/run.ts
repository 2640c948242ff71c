import { wireDay } from "./day.ts";

process.stdout.write(JSON.stringify(wireDay()));
