import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import type { Schema } from "./schema-words.ts";

const REPOSITORY = join(import.meta.dirname, "../../..");

const schema: z.ZodType<Schema> = z.lazy(() => z.union([z.string(), z.array(schema), z.record(z.string(), schema)]));
const words = z.array(z.string()).default([]);
const no = z.boolean().default(false);

/** What the Supervisor reads of a manifest; what it does not know it drops without a word. */
const Manifest = z.object({
	name: z.string(),
	version: z.string(),
	slug: z.string().regex(/^[-_.A-Za-z0-9]+$/),
	description: z.string(),
	arch: z.array(z.enum(["aarch64", "amd64"])),
	url: z.url().optional(),
	image: z.string().optional(),
	homeassistant: z.string().optional(),
	stage: z.enum(["stable", "experimental", "deprecated"]).default("stable"),
	startup: z.enum(["initialize", "system", "services", "application", "once"]).default("application"),
	boot: z.enum(["auto", "manual", "manual_only"]).default("auto"),
	timeout: z.int().min(10).max(300).default(10),
	ingress: no,
	ingress_port: z.int().default(8099),
	ingress_entry: z.string().default(""),
	panel_icon: z.string().default("mdi:puzzle"),
	panel_title: z.string().optional(),
	panel_admin: z.boolean().default(true),
	services: words,
	discovery: words,
	privileged: words,
	devices: words,
	apparmor: z.union([z.boolean(), z.string()]).default(true),
	full_access: no,
	docker_api: no,
	hassio_api: no,
	hassio_role: z.string().default("default"),
	homeassistant_api: no,
	auth_api: no,
	host_network: no,
	host_pid: no,
	host_ipc: no,
	host_uts: no,
	host_dbus: no,
	kernel_modules: no,
	devicetree: no,
	uart: no,
	usb: no,
	gpio: no,
	udev: no,
	video: no,
	audio: no,
	stdin: no,
	options: z.record(z.string(), z.unknown()).default({}),
	schema: z.record(z.string(), schema).default({}),
});
export type Manifest = z.output<typeof Manifest>;

const text: z.ZodType<{
	name: string;
	description?: string | undefined;
	fields?: Record<string, unknown> | undefined;
}> = z.lazy(() =>
	z.object({
		name: z.string(),
		description: z.string().optional(),
		fields: z.record(z.string(), text).optional(),
	}),
);
const Translation = z.object({
	configuration: z.record(z.string(), text).optional(),
	network: z.record(z.string(), z.string()).optional(),
});

/** An app's repository as the Supervisor reads it: everything beside the manifest, and nothing else. */
export interface Repository {
	readonly folder: string;
	readonly manifest: Manifest;
	/** By language; a file that is not as it should be is left out. */
	readonly translations: Readonly<Record<string, z.output<typeof Translation>>>;
	/** `icon.png`, `DOCS.md`, …; undefined where it is not there. */
	file(name: string): Buffer | undefined;
}

/** Reads this project's own repository unless told another. Throws what the Supervisor would hide the app for. */
export function repository(folder = REPOSITORY): Repository {
	// The Supervisor's YAML is of version 1.1, where a bare `on` is true.
	const yaml = (path: string): unknown => parse(readFileSync(path, "utf8"), { version: "1.1" });
	const files = globSync(join(folder, "translations/*.{yaml,yml,json}"));
	const translations = files.flatMap((path) => {
		const read = Translation.safeParse(yaml(path));
		return read.success ? [[basename(path, extname(path)), read.data] as const] : [];
	});
	return {
		folder,
		manifest: Manifest.parse(yaml(join(folder, "config.yaml"))),
		translations: Object.fromEntries(translations),
		file(name) {
			const path = join(folder, name);
			return existsSync(path) ? readFileSync(path) : undefined;
		},
	};
}
