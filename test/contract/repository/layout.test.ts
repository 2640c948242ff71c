import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { describe, expect, it, test } from "@jest/globals";
import { parse } from "yaml";
import { repository } from "../../fakes/supervisor/manifest.ts";
import { rating } from "../../fakes/supervisor/rating.ts";
import { isGroup, itemOf, type Schema } from "../../fakes/supervisor/schema-words.ts";

const ROOT = join(import.meta.dirname, "../../..");
const text = (file: string) => readFileSync(join(ROOT, file), "utf8");
/** What a clone has: what git keeps, and what it would if all were added. */
const cloned = execFileSync(
	"git",
	["-c", `safe.directory=${ROOT}`, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
	{ cwd: ROOT, encoding: "utf8" },
)
	.split("\0")
	.filter((path) => path !== "" && existsSync(join(ROOT, path)));

/** What the Supervisor finds by a name with anything after it, in every folder; these are its suffixes. */
const like = (name: string) => (path: string) =>
	basename(path).startsWith(`${name}.`) && [".yaml", ".yml", ".json"].includes(extname(path));
const seen = (path: string) => !path.split("/").some((part) => part.startsWith(".") || part === "rootfs");

const { manifest } = repository();
const written: Readonly<Record<string, unknown>> = parse(text("config.yaml"), { version: "1.1" });

describe("a clone, as the Supervisor scans it,", () => {
	// #manifest-root
	it("has one manifest, at its root", () => {
		expect(cloned.filter(like("config")).filter(seen)).toEqual(["config.yaml"]);
	});

	// #nothing-taken-settings-old
	it("has nothing that is taken for settings of the old builder, not even in a folder that begins with a dot", () => {
		expect(cloned.filter(like("build"))).toEqual([]);
	});

	it("has a mapping at the top of the manifest: a list there would end the reload of the whole store", () => {
		expect(Array.isArray(written)).toBe(false);
		expect(typeof written).toBe("object");
	});

	it("has beside the manifest all that is looked for there, and nowhere else", () => {
		const beside = ["Dockerfile", "apparmor.txt", "icon.png", "logo.png", "README.md", "DOCS.md", "CHANGELOG.md"];
		expect([...beside, "LICENSE"].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
		expect(cloned.filter((path) => beside.slice(1, 4).includes(basename(path)) && path.includes("/"))).toEqual([]);
	});

	it("has in translations the three languages and no other file", () => {
		const files = cloned.filter((path) => path.startsWith("translations/"));
		expect(files.sort()).toEqual(["de", "en", "sv"].map((language) => `translations/${language}.yaml`));
	});

	it("is small, as every house clones it", () => {
		const sizes = cloned.map((path) => statSync(join(ROOT, path)).size);
		expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(12_000_000);
		expect(Math.max(...sizes)).toBeLessThan(1_500_000);
	});

	it("says whose repository it is", () => {
		expect(parse(text("repository.yaml"))).toEqual({
			name: "Solar Heating",
			url: expect.stringMatching(/^https:/),
			maintainer: expect.any(String),
		});
	});
});

/** The width and height that a PNG says it has. */
const sizeOf = (file: string) => {
	const png = readFileSync(join(ROOT, file));
	const signature = png.subarray(0, 8).toString("latin1");
	return { signature, width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
};

test.each([
	["icon.png", 128, 128],
	["logo.png", 250, 100],
])("%s is a PNG of %d x %d, and its drawing is kept", (file, width, height) => {
	expect(sizeOf(file)).toEqual({ signature: "\x89PNG\r\n\x1a\n", width, height });
	expect(text(`docs/art/${basename(file, ".png")}.svg`)).toContain(`viewBox="0 0 ${width} ${height}"`);
});

/** Every key that the Supervisor knows and does not call old: it drops another without a word. */
const KEYS = [
	...["name", "version", "slug", "description", "url", "image", "arch", "machine", "stage", "advanced"],
	...["startup", "boot", "init", "timeout", "homeassistant", "services", "discovery", "ports", "ports_description"],
	...["ingress", "ingress_port", "ingress_entry", "ingress_stream", "panel_icon", "panel_title", "panel_admin"],
	...["webui", "watchdog", "map", "environment", "options", "schema", "tmpfs", "ulimits", "breaking_versions"],
	...["backup", "backup_pre", "backup_post", "backup_exclude", "uart", "usb", "gpio", "devices", "udev"],
	"homeassistant_api",
];
/** What costs security, or what nothing here uses. */
const NEVER = [
	...["privileged", "full_access", "docker_api", "hassio_api", "hassio_role", "auth_api"],
	...["host_network", "host_pid", "host_ipc", "host_uts", "host_dbus", "kernel_modules", "realtime", "apparmor"],
	...["udev", "audio", "video", "stdin", "journald", "devicetree", "ports", "webui"],
	...["discovery", "advanced", "watchdog", "machine", "environment"],
];

describe("the manifest", () => {
	it("has no key that the Supervisor does not know", () => {
		expect(Object.keys(written).filter((key) => !KEYS.includes(key))).toEqual([]);
	});

	// #asks-privilege-device-but
	it("asks for no privilege, and for the devices of its drivers alone", () => {
		expect(Object.keys(written).filter((key) => NEVER.includes(key))).toEqual([]);
		expect(manifest).toMatchObject({ uart: true, gpio: true, usb: true });
		// For sensors of Home Assistant. The Supervisor has no smaller right for reading an entity.
		expect(manifest.homeassistant_api).toBe(true);
		expect(manifest.devices.filter((path) => !/^\/dev\/i2c-[0-9]$/.test(path))).toEqual([]);
		expect(manifest.devices).toContain("/dev/i2c-1");
		expect(written["map"]).toEqual([{ type: "ssl", read_only: true }]);
	});

	// #rated-profile-page-behind
	it("is rated 8 of 8: a profile of its own, and a page behind ingress", () => {
		expect(rating(manifest, existsSync(join(ROOT, "apparmor.txt")))).toBe(8);
		expect(rating(manifest, false)).toBe(7);
		const without = { uart: false, gpio: false, usb: false, devices: [], homeassistant_api: false };
		expect(rating({ ...manifest, ...without }, true)).toBe(8);
		expect(rating({ ...manifest, ingress: false }, true)).toBe(6);
		expect(rating({ ...manifest, host_network: true }, true)).toBe(7);
		expect(rating({ ...manifest, full_access: true }, true)).toBe(1);
	});

	// #leaves-process-s6-gives
	it("leaves process 1 to s6, and gives time to come to rest", () => {
		expect(written["init"]).toBe(false);
		expect(manifest.timeout).toBe(30);
	});

	it("starts before Home Assistant, and wants a broker without needing one", () => {
		expect(manifest).toMatchObject({ startup: "services", boot: "auto", services: ["mqtt:want"] });
	});

	it("has its page behind ingress, on the port where the app has it", () => {
		expect(manifest).toMatchObject({ ingress: true, ingress_port: 8099, panel_title: manifest.name });
		expect(manifest.panel_icon).toMatch(/^mdi:[a-z-]+$/);
		expect(text("Dockerfile")).toContain(`127.0.0.1:${manifest.ingress_port}/healthz`);
	});

	it("has versions as texts, which a number would not be: 2026.4 and 2026.40 are one", () => {
		expect(typeof written["version"]).toBe("string");
		expect(written["homeassistant"]).toMatch(/^\d{4}\.\d{1,2}\.\d+$/);
	});

	it("needs the Home Assistant that the documents say it needs", () => {
		const [year, month] = String(written["homeassistant"]).split(".");
		for (const page of ["DOCS.md", "docs/mqtt.md"])
			expect(text(page)).toContain(`Home Assistant ${year}.${month} or newer`);
	});

	it("is for machines of 64 bits alone", () => {
		expect(manifest.arch).toEqual(["aarch64", "amd64"]);
	});

	// #never-asks-device-plugged
	it("never asks for a device that has to be plugged in for the app to start", () => {
		const words = (schema: Schema): readonly string[] => {
			if (typeof schema === "string") return [schema];
			const item = itemOf(schema);
			return item === undefined ? (isGroup(schema) ? Object.values(schema).flatMap(words) : []) : words(item);
		};
		expect(words(manifest.schema).filter((word) => word.startsWith("device"))).toEqual([]);
	});
});

describe("versions", () => {
	const packaged: string = JSON.parse(text("package.json")).version;
	const told = [...text("CHANGELOG.md").matchAll(/^## (?!Unreleased$)(\S+)/gm)].map(([, version = ""]) => version);
	const number = (version: string) => version.split(".").reduce((sum, part) => sum * 1000 + Number(part), 0);

	it("are told of newest first, and the newest is the app's; above it may stand what is not released", () => {
		expect(told[0]).toBe(packaged);
		expect(told.toSorted((a, b) => number(b) - number(a))).toEqual(told);
	});

	it("are not offered before they are there", () => {
		expect(number(manifest.version)).toBeLessThanOrEqual(number(packaged));
		expect(told).toContain(manifest.version);
	});
});

describe("the service in the container", () => {
	const service = "addon/rootfs/etc/s6-overlay/s6-rc.d/solar-heating";
	const scripts = ["run", "finish"].map((name) => `${service}/${name}`);

	test.each(scripts)("%s may be executed, and has no line ends of Windows", (script) => {
		expect(statSync(join(ROOT, script)).mode & 0o111).toBe(0o111);
		expect(text(script)).not.toContain("\r");
	});

	// #runs-container-environment-where
	it("runs with the container's environment, where the Supervisor's token is", () => {
		expect(text(`${service}/run`).split("\n")[0]).toContain("with-contenv");
	});
});
