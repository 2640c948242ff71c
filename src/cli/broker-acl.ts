import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { aclOf } from "#mqtt/acl.ts";
import { installationId } from "#store/installation-id.ts";
import { askedOnce } from "./asked-once.ts";
import { complain, FINE, type Machine, NOT_FINE, print, USAGE } from "./machine.ts";
import { problemLine } from "./problem-notice.ts";
import { languageOf, type SourceFlags, source } from "./source.ts";

/** The rules of Mosquitto's acl_file that let this app do what it needs, and nothing else. */
export async function brokerAcl(machine: Machine, flags: SourceFlags & { readonly write?: string }): Promise<number> {
	const sourced = await askedOnce(source(machine, flags));
	const { parsed, login, folder } = sourced;
	if (parsed.kind === "invalid") {
		for (const p of parsed.problems) complain(machine, problemLine(p, languageOf(sourced)));
		return USAGE;
	}
	const { mqtt } = parsed.options;
	const user = login.kind === "complete" ? login.login.username : mqtt.username || "solar_heating";
	const { id } = installationId(folder, () => undefined);
	const text = aclOf({ user, installation: id, base_topic: mqtt.base_topic, discovery_prefix: mqtt.discovery_prefix });
	if (flags.write === undefined) {
		print(machine, text);
		return FINE;
	}
	try {
		writeFileSync(resolve(machine.cwd, flags.write), `${text}\n`, { mode: 0o644 });
		print(machine, `Written to ${flags.write}. Name it in mosquitto.conf as acl_file, then send Mosquitto a SIGHUP.`);
		return FINE;
	} catch (failed) {
		complain(machine, `${flags.write} cannot be written: ${failed instanceof Error ? failed.message : String(failed)}`);
		return NOT_FINE;
	}
}
