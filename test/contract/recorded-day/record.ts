import { askTheApp, typeCommands } from "./commands.ts";
import { liveTheDay, liveTheDayAfter, liveWithInvalidOptions } from "./day.ts";
import { flags, manifest } from "./declared.ts";
import { demoForPrograms } from "./demo.ts";
import { House } from "./house.ts";
import { Recording } from "./recording.ts";
import { Stage } from "./stage.ts";

/** Midsummer, seven in the morning in Stockholm. */
const FROM = Date.parse("2026-06-21T05:00:00Z");

/** Lives the day anew, and gives what is to be compared: the lines of each file, by its name. */
export async function recordedAnew(): Promise<ReadonlyMap<string, readonly string[]>> {
	const house = await House.open();
	const recording = new Recording(house.known);
	const stage = new Stage(house, recording, FROM);
	const demo = demoForPrograms();
	try {
		await liveTheDay(stage, askTheApp);
		await liveTheDayAfter(stage);
		await liveWithInvalidOptions(stage);
		await typeCommands(stage);
		recording.answer("$ solar-heating demo --json", await demo);
		return new Map([
			...recording.files(),
			["options.txt", manifest(house.known)],
			["commands.txt", await flags(house.console)],
		]);
	} finally {
		await demo;
		await stage.kill();
		await house.close();
	}
}
