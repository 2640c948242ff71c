import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { failing, run } from "./child.ts";
import { debianPackages } from "./debian.ts";
import { FRONT_END, SILENCE } from "./home-assistant/front-end.ts";
import {
	type HomeAssistantRelease,
	homeAssistantFolder,
	inside,
	NEWEST,
	OLDEST,
	pythonOf,
} from "./home-assistant/place.ts";
import { debianRoot } from "./home-assistant/root.ts";
import type { Found } from "./mosquitto.ts";

/**
 * A real Home Assistant for tests and for `npm run lab`, in a folder of the cache: in a virtual environment if its Python
 * is installed, otherwise in a Debian of its own.
 */
const TRIES = 3;
/** The integrations that tests use. Their packages are fetched now, so that no start needs the network. */
const INTEGRATIONS = ["frontend", "config", "history", "logbook", "energy", "mqtt", "hassio"];
const remedy = (release: HomeAssistantRelease) => `Home Assistant ${release.version} is not here.
  with Python ${release.python.join(".")} or newer, with venv${release.compiler.length > 0 ? " and a C compiler" : ""}, as ${pythonOf(release)} in PATH, as any user, or on Debian as root:
    node scripts/home-assistant.ts   fetches it into the cache`;

/** Finds a release of Home Assistant, or installs it in two minutes. Gives the failed command. */
export async function homeAssistant(
	tell: (line: string) => void,
	release: HomeAssistantRelease = NEWEST,
	env: NodeJS.ProcessEnv = process.env,
): Promise<Found> {
	const folder = homeAssistantFolder(env, release);
	if (existsSync(folder)) return { kind: "found", path: folder };
	const least = `import sys, venv; sys.exit(sys.version_info < (${release.python.join(", ")}))`;
	const own = (await run(pythonOf(release), ["-c", least])).code === 0;
	if (!own && process.getuid?.() !== 0) return { kind: "missing", remedy: remedy(release) };
	const lacking = own ? undefined : await debianPackages({ mmdebstrap: "mmdebstrap" }, tell);
	if (lacking !== undefined) return { kind: "missing", remedy: lacking };
	await mkdir(dirname(folder), { recursive: true });
	const dir = await mkdtemp(`${folder}.`);
	try {
		const failed = await installInto(dir, release, own, tell);
		if (failed !== undefined) return { kind: "missing", remedy: `${failed}\n${remedy(release)}` };
		// Another process that installed at the same time may have finished first. Its folder is equivalent.
		await rename(dir, folder).catch(() => undefined);
		return { kind: "found", path: folder };
	} finally {
		await rm(dir, { recursive: true, force: true });
	}
}

async function installInto(
	dir: string,
	release: HomeAssistantRelease,
	own: boolean,
	tell: (line: string) => void,
): Promise<string | undefined> {
	const { version, pins, lacks } = release;
	const needed = [...INTEGRATIONS, ...FRONT_END].filter((name) => !lacks.includes(name));
	const python = (args: readonly string[]) => {
		const { command, env } = inside(dir, "", args);
		const [program, ...rest] = command;
		return failing(program, rest, { env });
	};
	const pip = ["-m", "pip", "install", "--quiet", "--no-cache-dir", "--prefer-binary"];
	const installed =
		(await tried(own ? "a virtual environment" : "a Debian for Home Assistant", tell, async () => {
			await rm(`${dir}/root`, { recursive: true, force: true });
			return own ? failing(pythonOf(release), ["-m", "venv", `${dir}/venv`]) : debianRoot(dir, release);
		})) ??
		(await tried(`Home Assistant ${version}`, tell, () => python([...pip, `homeassistant==${version}`, ...pins])));
	if (installed !== undefined) return installed;
	return (
		(await python(["-c", SILENCE])) ??
		(await tried(`what ${INTEGRATIONS.join(", ")} need`, tell, () => python(["-c", REQUIREMENTS, ...needed])))
	);
}

/**
 * Home Assistant's own way to install the packages of an integration and its dependencies; there is no command for it.
 * Default integrations may be left out if a package would have to be compiled.
 */
const REQUIREMENTS = `
import asyncio, sys, tempfile
from homeassistant import bootstrap, core, loader
from homeassistant.requirements import RequirementsNotFound, async_get_integration_with_requirements

async def main():
    with tempfile.TemporaryDirectory() as folder:
        hass = core.HomeAssistant(folder)
        loader.async_setup(hass)
        for name in sys.argv[1:]:
            await async_get_integration_with_requirements(hass, name)
        for name in sorted(bootstrap.DEFAULT_INTEGRATIONS):
            try:
                await async_get_integration_with_requirements(hass, name)
            except RequirementsNotFound as missing:
                print(missing)
        await hass.async_stop(force=True)

asyncio.run(main())
`;

async function tried(
	what: string,
	tell: (line: string) => void,
	step: () => Promise<string | undefined>,
): Promise<string | undefined> {
	for (let nth = 1; ; nth++) {
		tell(`installing ${what}, try ${nth} of ${TRIES}`);
		const failed = await step();
		if (failed === undefined || nth === TRIES) return failed;
		tell(failed);
		await pause(nth * 10_000);
	}
}

if (import.meta.main) {
	for (const release of [NEWEST, OLDEST]) {
		const found = await homeAssistant(console.error, release);
		console.log(found.kind === "found" ? found.path : found.remedy);
		if (found.kind !== "found") process.exitCode = 1;
	}
}
