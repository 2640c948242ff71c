import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { complaints, cruise, type Walls } from "../../../scripts/walls.ts";
import { installed } from "../../fakes/installed.ts";

const ROOT = join(import.meta.dirname, "../../..");
const RULES: readonly { name: string; comment: string }[] = createRequire(import.meta.url)(
	join(ROOT, ".dependency-cruiser.cjs"),
).forbidden;

type Tree = Readonly<Record<string, string>>;
const use = (...paths: string[]) => paths.map((path) => `import "${path}";`).join("\n");

/** A small product in which every wall holds. */
const SOUND: Tree = {
	"src/main.ts": use("#cli/program.ts", "node:process"),
	"src/app/app.ts": use(
		"#rules/index.ts",
		"#drivers/index.ts",
		"#home-assistant/entities/index.ts",
		"#mqtt/session.ts",
		"#runtime/loop.ts",
		"#syslog/syslog.ts",
		"#web/server.ts",
		"./answers/soaking.ts",
	),
	"src/app/machine.ts": "export const fine = 0;",
	"src/app/beside/running.ts": "export type App = object;",
	"src/app/control/control.ts": use("../beside/running.ts", "#checks/index.ts"),
	"src/app/login/source.ts": use("../machine.ts"),
	"src/app/trail/trail.ts": use("../beside/running.ts"),
	"src/app/broker/join.ts": use("../login/source.ts"),
	"src/app/hardware/finder.ts": use("../login/source.ts"),
	"src/app/page/http.ts": use("../control/control.ts", "../hardware/finder.ts"),
	"src/app/answers/soaking.ts": use("../broker/join.ts", "../trail/trail.ts", "../page/http.ts"),
	"src/cli/program.ts": `${use("./check.ts", "commander", "node:fs/promises")} export const demo = () => import("#demo/demo.ts");`,
	"src/cli/check.ts": use("#app/app.ts", "#broker/proofs/index.ts", "#broker/change/carry-out.ts", "#options/root.ts"),
	"src/demo/demo.ts": use("#app/app.ts", "aedes", "node:net"),
	"src/words/en.ts": use("#rules/texts.ts", "./roles/en.ts"),
	"src/words/roles/en.ts": "export const en = {};",
	"src/rules/texts.ts": use("./safety/frost.texts.ts"),
	"src/rules/safety/frost.texts.ts": "export const en = {};",
	"src/model/quantities/units.ts": "export type Celsius = number;",
	"src/model/quantities/fields.ts": `${use("zod")} import type { Celsius } from "./units.ts"; export type T = Celsius;`,
	"src/model/sentences/facts.ts": "export type Facts = object;",
	"src/model/plant/plant.ts": use("../sentences/facts.ts"),
	"src/model/findings/finding.ts": use("../sentences/facts.ts"),
	"src/model/decision/intent.ts": use("../findings/finding.ts", "../plant/plant.ts"),
	"src/files/replace.ts": use("#model/quantities/units.ts", "node:fs"),
	"src/control/rule.ts": `import type * as z from "zod"; export type S = z.ZodType;`,
	"src/control/decide.ts": use("./rule.ts"),
	"src/rules/index.ts": use("./safety/frost.ts"),
	"src/rules/settings.ts": use("./index.ts"),
	"src/rules/safety/frost.ts": use("#control/rule.ts", "#model/quantities/units.ts", "zod"),
	"src/energy/heat.ts": use("#control/rule.ts"),
	"src/checks/index.ts": use("./offset.ts"),
	"src/checks/offset.ts": use("#control/rule.ts"),
	"src/options/root.ts": use("#rules/index.ts", "#drivers/index.ts", "zod"),
	"src/texts/sentence.ts": use("#model/quantities/units.ts", "#words/en.ts"),
	"packages/ha-mqtt-discovery/src/index.ts": `${use("./message/made.ts")} export type { Unit } from "./schema/units.ts";`,
	"packages/ha-mqtt-discovery/src/message/made.ts": `${use("zod")} import type { Unit } from "../schema/units.ts"; export type U = Unit;`,
	"packages/ha-mqtt-discovery/src/schema/units.ts": `${use("zod")} export type Unit = string;`,
	"packages/ha-mqtt-discovery/src/home-assistant.ts": use("./schema/units.ts"),
	"src/home-assistant/bridge.ts": use("#mqtt/session.ts", "./entities/index.ts"),
	"src/home-assistant/entities/index.ts": use(
		"#model/quantities/units.ts",
		"#rules/settings.ts",
		"#texts/sentence.ts",
		"ha-mqtt-discovery",
	),
	"src/simulation/store/tank.ts": use("#model/quantities/units.ts"),
	"src/drivers/driver.ts": `import type * as z from "zod"; export type S = z.ZodType;`,
	"src/drivers/index.ts": use("./vbus/vbus.ts", "./one-wire/one-wire.ts", "./simulated/simulated.ts"),
	"src/drivers/vbus/vbus.ts": `${use("../driver.ts", "./frame.ts", "../bus/serial/port.ts", "../bus/native/calls.ts")} export type P = import("serialport").SerialPort;`,
	"src/drivers/vbus/frame.ts": use("#model/quantities/units.ts", "./checksum.ts"),
	"src/drivers/vbus/checksum.ts": "export const sum = 1;",
	"src/drivers/one-wire/one-wire.ts": use("node:fs/promises"),
	"src/drivers/simulated/simulated.ts": use("#simulation/store/tank.ts"),
	"src/drivers/bus/serial/port.ts": `export const open = () => import("serialport");`,
	"src/drivers/bus/native/calls.ts": `export const calls = () => import("koffi");`,
	"src/mqtt/session.ts": use("mqtt", "#files/replace.ts", "#model/quantities/units.ts"),
	"src/syslog/syslog.ts": use("#files/replace.ts", "node:net"),
	"src/broker/proofs/index.ts": use("./tried/access/login.ts"),
	"src/broker/proofs/tried/access/login.ts": use("#mqtt/session.ts", "node:net"),
	"src/broker/log/watch.ts": use("node:fs"),
	"src/broker/files/file.ts": use("node:fs"),
	"src/broker/conf/conf.ts": use("../files/file.ts"),
	"src/broker/access/passwords.ts": use("../conf/conf.ts"),
	"src/broker/tls/trust.ts": use("../conf/conf.ts"),
	"src/broker/running/restart.ts": use("../tls/trust.ts", "../access/passwords.ts", "../proofs/index.ts"),
	"src/broker/change/carry-out.ts": use("../running/restart.ts"),
	"src/broker/plans/harden.ts": use("../change/carry-out.ts"),
	"src/broker/verify/verified.ts": use("../plans/harden.ts"),
	"src/store/database.ts": use("#files/replace.ts", "node:sqlite"),
	"src/supervisor/api.ts": use("node:http"),
	"src/runtime/loop.ts": use("#control/decide.ts", "winston", "node:timers/promises"),
	"src/web/server.ts": use("#texts/sentence.ts", "node:http"),
	"test/fakes/board.ts": "export const board = 1;",
	"packages/ha-mqtt-discovery/test/devices.ts": "export const device = 1;",
};

/** Closes a cycle with src/store/b.ts, visible only to the compiler; and an import that is wrong only indirectly. */
const BETWEEN: Tree = {
	"src/store/c.ts": `import type { B } from "./b.ts"; export type C = B;`,
	"src/rules/far.ts": use("node:net"),
	"src/store/far.ts": use("#mqtt/session.ts"),
};

/** rule | file that crosses the wall | what it imports */
const BROKEN: readonly (readonly [rule: string, from: string, ...imports: string[]])[] = [
	["words-imports", "src/words/a.ts", "#model/quantities/units.ts"],
	["words-imports", "src/rules/a.texts.ts", "zod"],
	["model-imports", "src/model/a.ts", "#control/rule.ts"],
	["model-imports", "src/model/b.ts", "node:fs"],
	["control-imports", "src/control/a.ts", "#rules/index.ts"],
	["control-imports", "src/control/b.ts", "node:fs"],
	["rules-imports", "src/rules/a.ts", "#control/decide.ts"],
	["rules-imports", "src/rules/b.ts", "node:fs/promises"],
	["energy-imports", "src/energy/a.ts", "#rules/safety/frost.ts"],
	["checks-imports", "src/checks/a.ts", "#rules/safety/frost.ts"],
	["options-imports", "src/options/a.ts", "#drivers/one-wire/one-wire.ts"],
	["options-imports", "src/options/b.ts", "node:fs"],
	["texts-imports", "src/texts/a.ts", "zod"],
	["ha-mqtt-discovery-imports", "packages/ha-mqtt-discovery/src/a.ts", "../../../src/model/quantities/units.ts"],
	["ha-mqtt-discovery-imports", "packages/ha-mqtt-discovery/src/schema/b.ts", "node:fs"],
	["ha-mqtt-discovery-messages", "packages/ha-mqtt-discovery/src/message/a.ts", "../schema/units.ts"],
	["ha-mqtt-discovery-messages", "packages/ha-mqtt-discovery/src/message/b.ts", "../home-assistant.ts"],
	["home-assistant-imports", "src/home-assistant/a.ts", "#drivers/index.ts"],
	["home-assistant-imports", "src/home-assistant/entities/b.ts", "zod"],
	["home-assistant-imports", "src/home-assistant/c.ts", "ha-mqtt-discovery/home-assistant"],
	["simulation-imports", "src/simulation/a.ts", "#control/rule.ts"],
	["files-imports", "src/files/a.ts", "#control/rule.ts"],
	["drivers-imports", "src/drivers/a.ts", "#control/rule.ts"],
	["drivers-imports", "src/drivers/b.ts", "winston"],
	["mqtt-imports", "src/mqtt/a.ts", "#drivers/index.ts"],
	["mqtt-imports", "src/mqtt/b.ts", "ha-mqtt-discovery"],
	["syslog-imports", "src/syslog/a.ts", "#mqtt/session.ts"],
	["broker-imports", "src/broker/proofs/a.ts", "#runtime/loop.ts"],
	["broker-imports", "src/broker/a.ts", "#app/app.ts"],
	["model-untyped-below", "src/model/untyped/a.ts", "../quantities/units.ts"],
	["model-quantities-below", "src/model/quantities/a.ts", "../sentences/facts.ts"],
	["model-sentences-below", "src/model/sentences/a.ts", "../plant/plant.ts"],
	["model-plant-below", "src/model/plant/a.ts", "../findings/finding.ts"],
	["model-findings-below", "src/model/findings/a.ts", "../decision/intent.ts"],
	["app-beside-below", "src/app/beside/a.ts", "../control/control.ts"],
	["app-control-below", "src/app/control/a.ts", "../login/source.ts"],
	["app-login-below", "src/app/login/a.ts", "../trail/trail.ts"],
	["app-own-options-below", "src/app/own-options/a.ts", "../trail/trail.ts"],
	["app-trail-below", "src/app/trail/a.ts", "../broker/join.ts"],
	["app-broker-below", "src/app/broker/a.ts", "../hardware/finder.ts"],
	["app-hardware-below", "src/app/hardware/a.ts", "../page/http.ts"],
	["app-setup-below", "src/app/setup/a.ts", "../page/http.ts"],
	["app-page-below", "src/app/page/a.ts", "../answers/soaking.ts"],
	["app-root-on-top", "src/app/trail/b.ts", "../app.ts"],
	["broker-files-below", "src/broker/files/a.ts", "../conf/conf.ts"],
	["broker-conf-below", "src/broker/conf/a.ts", "../access/passwords.ts"],
	["broker-access-below", "src/broker/access/a.ts", "../tls/trust.ts"],
	["broker-tls-below", "src/broker/tls/a.ts", "../running/restart.ts"],
	["broker-running-below", "src/broker/running/a.ts", "../change/carry-out.ts"],
	["broker-change-below", "src/broker/change/a.ts", "../plans/harden.ts"],
	["broker-plans-below", "src/broker/plans/a.ts", "../verify/verified.ts"],
	["broker-proofs-apart", "src/broker/proofs/b.ts", "../running/restart.ts"],
	["broker-log-apart", "src/broker/log/a.ts", "../conf/conf.ts"],
	["core-reaches-no-machine", "src/rules/e.ts", "./far.ts"],
	["control-reaches-no-network", "src/store/d.ts", "./far.ts"],
	["store-imports", "src/store/a.ts", "#control/rule.ts"],
	["supervisor-imports", "src/supervisor/a.ts", "#drivers/index.ts"],
	["runtime-imports", "src/runtime/a.ts", "#rules/index.ts"],
	["web-imports", "src/web/a.ts", "#runtime/loop.ts"],
	["web-imports", "src/web/b.ts", "#home-assistant/entities/index.ts"],
	["app-imports", "src/app/a.ts", "winston"],
	["app-imports", "src/app/b.ts", "#cli/program.ts"],
	["app-imports", "src/app/c.ts", "ha-mqtt-discovery/home-assistant"],
	["main-imports", "src/a.ts", "winston"],
	["cli-imports", "src/cli/a.ts", "winston"],
	["demo-imports", "src/demo/a.ts", "commander"],
	["model-zod", "src/model/c.ts", "zod"],
	["control-zod-as-type", "src/control/c.ts", "zod"],
	["rules-apart", "src/rules/c.ts", "./safety/frost.ts"],
	["energy-apart", "src/energy/b.ts", "./heat.ts"],
	["energy-below-counters", "src/energy/counting/a.ts", "../heat.ts"],
	["checks-apart", "src/checks/b.ts", "./offset.ts"],
	["drivers-apart", "src/drivers/c/c.ts", "../vbus/vbus.ts"],
	["drivers-apart", "src/drivers/d/d.ts", "../vbus/frame.ts"],
	["drivers-apart", "src/drivers/vbus/other.ts", "../one-wire/one-wire.ts"],
	["bus-below-drivers", "src/drivers/bus/a.ts", "../vbus/vbus.ts"],
	["simulation-only-in-simulated", "src/drivers/e/e.ts", "#simulation/store/tank.ts"],
	["native-when-opened", "src/drivers/f/f.ts", "serialport"],
	["calls-of-c-in-one-place", "src/drivers/bus/b.ts", "koffi"],
	["mqtt-js-only-in-mqtt", "src/broker/proofs/c.ts", "mqtt"],
	["demo-when-asked", "src/cli/b.ts", "#demo/demo.ts"],
	["process-only-in-main", "src/cli/c.ts", "node:process"],
	["no-circular", "src/store/b.ts", "./c.ts"],
	["registered", "src/rules/unregistered.ts"],
	["registered", "src/drivers/unregistered/unregistered.ts"],
	["registered", "src/home-assistant/entities/unregistered.ts"],
	["registered", "src/broker/proofs/unregistered.ts"],
	["registered", "src/drivers/vbus/unused.ts"],
	["alias-across-folders", "src/control/d.ts", "../model/quantities/units.ts"],
	["alias-into-folders", "src/b.ts", "./cli/check.ts"],
	["no-alias-within", "src/control/e.ts", "#control/rule.ts"],
	["package-by-name", "src/home-assistant/d.ts", "../../packages/ha-mqtt-discovery/src/index.ts"],
	["not-to-dev-dep", "src/cli/d.ts", "aedes"],
	["npm-no-pkg", "src/cli/e.ts", "yaml"],
	["resolvable", "src/cli/f.ts", "./gone.ts"],
	["not-to-test", "src/cli/g.ts", "../../test/fakes/board.ts"],
	["not-to-test", "packages/ha-mqtt-discovery/src/c.ts", "../test/devices.ts"],
];

const PACKAGES = {
	type: "module",
	workspaces: ["packages/*"],
	imports: { "#*": "./src/*" },
	dependencies: {
		commander: "*",
		"ha-mqtt-discovery": "*",
		koffi: "*",
		mqtt: "*",
		serialport: "*",
		winston: "*",
		zod: "*",
	},
	devDependencies: { aedes: "*" },
};
const PACKAGE = {
	name: "ha-mqtt-discovery",
	exports: { ".": "./src/index.ts", "./home-assistant": "./src/home-assistant.ts" },
	dependencies: { zod: "*" },
};

const roots: string[] = [];
async function planted(files: Tree): Promise<Walls> {
	const root = await mkdtemp(join(tmpdir(), "walls-"));
	roots.push(root);
	await installed(root);
	await symlink(join(ROOT, "tsconfig.json"), join(root, "tsconfig.json"));
	for (const [path, text] of Object.entries(files)) {
		await mkdir(join(root, dirname(path)), { recursive: true });
		await writeFile(join(root, path), text);
	}
	return cruise(root);
}

describe("the walls between the folders", () => {
	let sound: Walls;
	let broken: Walls;
	let nameless: Walls;
	beforeAll(async () => {
		const manifest = {
			"package.json": JSON.stringify(PACKAGES),
			"packages/ha-mqtt-discovery/package.json": JSON.stringify(PACKAGE),
		};
		const breaches = Object.fromEntries(BROKEN.map(([, from, ...imports]) => [from, use(...imports)]));
		[sound, broken, nameless] = await Promise.all([
			planted({ ...manifest, ...SOUND }),
			planted({ ...manifest, ...SOUND, ...BETWEEN, ...breaches }),
			planted({ "src/cli/a.ts": use("commander") }),
		]);
	});
	afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))));

	const crossed = (walls: Walls, from: string) => walls.crossings.filter((c) => c.from === from).map((c) => c.rule);

	// #let-sound-product-pass
	it("let a sound product pass, with every file followed", () => {
		expect(complaints(sound)).toEqual([]);
		expect(sound.cruised).toBe(Object.keys(SOUND).filter((path) => !/(?:^|\/)test\//.test(path)).length);
	});
	it.each(BROKEN)("%s: stop %s", (rule, from) => {
		expect(crossed(broken, from)).toContain(rule);
	});
	it("stop a package of a kind that nobody can tell", () => {
		expect(crossed(nameless, "src/cli/a.ts")).toContain("npm-unknown");
	});
	it("are all proven here, and each says why it is there", () => {
		expect(new Set(RULES.map((r) => r.name))).toEqual(new Set([...BROKEN.map(([rule]) => rule), "npm-unknown"]));
		expect(RULES.filter((r) => r.comment.length < 30)).toEqual([]);
	});
	it("do not count as holding where a file was not followed, or none is there", () => {
		const house = { rooms: [], arrows: 0, upward: [] };
		expect(complaints({ crossings: [], missed: ["src/app/app.ts"], cruised: 1, house })).toEqual([
			"not followed: src/app/app.ts",
		]);
		expect(complaints({ crossings: [], missed: [], cruised: 0, house })).toHaveLength(1);
	});
	it("see which room stands above which, and every import that leads upward", () => {
		expect(sound.house.rooms.slice(-3)).toEqual(["app", "demo", "cli"]);
		expect(sound.house.rooms).toContain("ha-mqtt-discovery");
		expect(sound.house.upward).toEqual([]);
		expect(broken.house.upward).toContain("src/app/b.ts -> src/cli/program.ts");
		expect(broken.house.upward).toContain("src/control/a.ts -> src/rules/index.ts");
	});
});
