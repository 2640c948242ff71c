import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { run } from "../../../scripts/child.ts";

const PACKAGE = join(import.meta.dirname, "..");
const readme = readFileSync(join(PACKAGE, "README.md"), "utf8");
/** A block of the README, run by Node as it stands there. */
const said = async (name: string) => {
	const [, block = ""] = new RegExp(`\`\`\`ts ${name}\\n([\\s\\S]*?)\`\`\``).exec(readme) ?? [];
	const { code, output } = await run(process.execPath, ["--input-type=module-typescript", "--eval", block], {
		cwd: PACKAGE,
		env: { NODE_NO_WARNINGS: "1" },
	});
	return { code, output };
};

describe("the README of the package", () => {
	it("has an example that announces a device", async () => {
		const { code, output } = await said("example");
		const [topic, payload = ""] = output.split(/ (.*)/s);
		expect({ code, topic }).toEqual({ code: 0, topic: "homeassistant/device/cellar/config" });
		expect(JSON.parse(payload)).toMatchObject({
			components: { leak: { platform: "binary_sensor", state_topic: "cellar/leak" } },
			device: { name: "Cellar" },
		});
	});

	it("has an example that Home Assistant would take and the judge does not", async () => {
		const { code, output } = await said("judge");
		expect(code).toBe(0);
		expect(JSON.parse(output)).toMatchObject({
			kind: "invalid",
			problems: [{ path: "components.pump.retain", value: "true" }],
			treatment: "taken",
		});
	});
});
