import { spawn } from "node:child_process";
import { afterEach, describe, expect, it } from "@jest/globals";
import { SerialLine } from "../../fakes/modbus/serial-line.ts";
import { ModbusUnit } from "../../fakes/modbus/unit.ts";

const opened: (() => unknown)[] = [];
afterEach(() => {
	for (const close of opened.splice(0).reverse()) close();
});

describe("our emulator with a master of others", () => {
	it("is read and switched by mbpoll", async () => {
		const unit = new ModbusUnit();
		for (let n = 0; n < 8; n++) {
			unit.holding.set(n, 200 + n);
			unit.coils.set(n, n === 2);
		}
		const slave = new SerialLine({ 1: unit });
		opened.push(() => slave.close());
		expect(await poll(slave.path, ["-t", "4", "-r", "1", "-c", "4"])).toEqual(["200", "201", "202", "203"]);
		expect(await poll(slave.path, ["-t", "0", "-r", "1", "-c", "4"])).toEqual(["0", "0", "1", "0"]);
		await poll(slave.path, ["-t", "0", "-r", "4"], ["1"]);
		expect(unit.coils.get(3)).toBe(true);
	});
});

/** The values that mbpoll prints, as `[1]: 	200`. */
function poll(path: string, args: readonly string[], write: readonly string[] = []): Promise<readonly string[]> {
	const child = spawn("mbpoll", [
		"-m",
		"rtu",
		"-a",
		"1",
		"-b",
		"9600",
		"-P",
		"none",
		"-1",
		"-q",
		...args,
		path,
		...write,
	]);
	let text = "";
	child.stdout.setEncoding("utf8").on("data", (more: string) => {
		text += more;
	});
	return new Promise((resolve) => {
		child.on("close", () => resolve([...text.matchAll(/^\[\d+\]:\s+(\d+)/gm)].map(([, value = ""]) => value)));
	});
}
