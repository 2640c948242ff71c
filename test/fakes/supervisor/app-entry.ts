import { formOf } from "./form.ts";
import type { InstalledApp } from "./installed-app.ts";
import { rating } from "./rating.ts";

type Entry = Readonly<Record<string, unknown>>;

/** The app in lists of apps, and in the store. */
export function listed({ repository: { manifest, file }, slug, state }: InstalledApp): Entry {
	return {
		name: manifest.name,
		slug,
		description: manifest.description,
		advanced: false,
		stage: manifest.stage,
		version: manifest.version,
		version_latest: manifest.version,
		update_available: false,
		available: true,
		detached: false,
		homeassistant: manifest.homeassistant ?? null,
		state,
		repository: "local",
		build: manifest.image === undefined,
		url: manifest.url ?? null,
		icon: file("icon.png") !== undefined,
		logo: file("logo.png") !== undefined,
		system_managed: false,
	};
}

/** The app in the store. */
export const inStore = (app: InstalledApp): Entry => ({
	...listed(app),
	arch: app.repository.manifest.arch,
	documentation: app.repository.file("DOCS.md") !== undefined,
	installed: true,
});

/** All of the app: what its own page, its options form and its place in the side bar are drawn from. */
export const whole = (app: InstalledApp): Entry => ({
	...listed(app),
	...privileges(app),
	...pages(app),
	...presented(app),
	...chosen(app),
});

function privileges({ repository: { manifest, file } }: InstalledApp): Entry {
	const profile = file("apparmor.txt") !== undefined;
	const { host_network, host_pid, host_ipc, host_uts, host_dbus } = manifest;
	const { hassio_api, hassio_role, homeassistant_api, auth_api, docker_api, full_access } = manifest;
	const { uart, usb, gpio, udev, video, audio, devicetree, kernel_modules, privileged, devices, stdin } = manifest;
	return {
		...{ host_network, host_pid, host_ipc, host_uts, host_dbus },
		...{ hassio_api, hassio_role, homeassistant_api, auth_api, docker_api, full_access },
		...{ uart, usb, gpio, udev, video, audio, devicetree, kernel_modules, privileged, devices, stdin },
		apparmor: manifest.apparmor === false ? "disable" : profile ? "profile" : "default",
		rating: rating(manifest, profile),
		signed: false,
	};
}

function pages({ repository: { manifest }, ingressToken, panel }: InstalledApp): Entry {
	const { ingress, ingress_entry, ingress_port } = manifest;
	const base = `/api/hassio_ingress/${ingressToken}`;
	return {
		webui: null,
		ingress,
		ingress_entry: ingress ? base : null,
		ingress_url: ingress ? `${base}/${ingress_entry}` : null,
		ingress_port: ingress ? ingress_port : null,
		ingress_panel: ingress ? panel : null,
	};
}

function presented({ repository: { manifest, translations, file }, slug }: InstalledApp): Entry {
	const hostname = slug.replaceAll("_", "-");
	return {
		hostname,
		dns: [`${hostname}.local.hass.io`],
		ip_address: "172.30.33.5",
		long_description: file("README.md")?.toString() ?? null,
		documentation: file("DOCS.md") !== undefined,
		changelog: file("CHANGELOG.md") !== undefined,
		translations,
		schema: formOf(manifest.schema),
		arch: manifest.arch,
		machine: [],
		startup: manifest.startup,
		services: manifest.services.map((service) => service.split(":")[0]),
		discovery: manifest.discovery,
		network: null,
		network_description: null,
	};
}

const chosen = (app: InstalledApp): Entry => ({
	protected: app.guarded,
	boot_config: app.repository.manifest.boot,
	boot: app.boot,
	options: app.options,
	auto_update: app.autoUpdate,
	watchdog: app.watchdog,
	audio_input: null,
	audio_output: null,
	system_managed_config_entry: null,
});
