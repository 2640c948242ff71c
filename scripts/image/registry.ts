import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../child.ts";

const NPMRC = ["registry", "proxy", "https-proxy", "noproxy", "strict-ssl"];
const AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt";

/**
 * What makes npm inside a build reach what npm outside reaches, and take from its cache what is there: mounted while the
 * build runs, so neither the Dockerfile nor a layer knows of it. No login is handed on.
 */
export async function registry(folder: string): Promise<readonly string[]> {
	const settings = await Promise.all(NPMRC.map(async (key) => [key, await npmSays(key)] as const));
	const authorities = (await npmSays("cafile")) ?? process.env["NODE_EXTRA_CA_CERTS"];
	const trusted = authorities !== undefined && existsSync(authorities);
	const lines = settings.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]));
	const file = join(folder, "npmrc");
	await writeFile(file, [...lines, ...(trusted ? [`cafile=${AUTHORITIES}`] : []), ""].join("\n"));
	const cache = (await npmSays("cache")) ?? join(folder, "cache");
	await mkdir(cache, { recursive: true });
	return [
		...["-v", `${file}:/root/.npmrc:ro`],
		...["-v", `${cache}:/root/.npm`],
		...(trusted ? ["-v", `${authorities}:${AUTHORITIES}:ro`] : []),
	];
}

/** A setting of npm; undefined where it is unset. */
async function npmSays(key: string): Promise<string | undefined> {
	const { code, stdout } = await run("npm", ["config", "get", key]);
	const value = stdout.trim();
	return code !== 0 || value === "" || value === "null" || value === "undefined" ? undefined : value;
}
