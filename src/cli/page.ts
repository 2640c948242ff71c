import { join } from "node:path";
import { seconds } from "#model/units.ts";
import { askControl } from "#runtime/ask-control.ts";
import { keptPassword, PAGE_PASSWORD_FILE } from "#store/page-password.ts";
import { PAGE_USER } from "./http-side.ts";
import { complain, FINE, type Machine, NOT_FINE, print } from "./machine.ts";
import { folderOf, type SourceFlags } from "./source.ts";

const PATIENCE = seconds(5);

export interface PageFlags extends SourceFlags {
	readonly json?: boolean;
	readonly showPassword?: boolean;
}

/** What the running controller says of its page. */
export interface PageSaid {
	/** Behind an ingress there is no login, and no other way in. */
	readonly ingress: boolean;
	readonly url: string | null;
}

/** Where the page of the running controller is, and how to log in there. */
export async function page(machine: Machine, flags: PageFlags): Promise<number> {
	const folder = folderOf(machine, flags);
	const asked = await askControl(folder, "page", undefined, PATIENCE);
	if (asked.kind !== "answer") {
		const nobody = `No controller runs on ${folder}. Start it, or name its folder with --data.`;
		complain(machine, asked.kind === "nobody" ? nobody : asked.why);
		return NOT_FINE;
	}
	const { ingress, url } = asked.value as PageSaid;
	if (ingress) {
		if (flags.json) print(machine, JSON.stringify({ url: null, ingress }));
		else
			print(
				machine,
				"The page is in Home Assistant: open the app there, then its web interface. It needs no other login.",
			);
		return FINE;
	}
	if (url === null) {
		complain(
			machine,
			"There is no page: its port cannot be had, or was switched off (--http-port 0). The log says more.",
		);
		return NOT_FINE;
	}
	return said(machine, flags, url, folder);
}

function said(machine: Machine, { json, showPassword }: PageFlags, url: string, folder: string): number {
	const password_file = join(folder, PAGE_PASSWORD_FILE);
	const kept = showPassword ? passwordIn(folder) : undefined;
	if (typeof kept === "object") {
		complain(machine, kept.why);
		return NOT_FINE;
	}
	if (json) {
		print(
			machine,
			JSON.stringify({ url, ingress: false, username: PAGE_USER, password_file, ...(kept && { password: kept }) }),
		);
		return FINE;
	}
	print(machine, url);
	print(machine, `User name: ${PAGE_USER}`);
	print(machine, kept === undefined ? `Password: in ${password_file} (or --show-password)` : `Password: ${kept}`);
	return FINE;
}

function passwordIn(folder: string): string | { readonly why: string } {
	const path = join(folder, PAGE_PASSWORD_FILE);
	try {
		const kept = keptPassword(folder);
		if (kept.kind === "kept") return kept.password;
		return { why: `There is no usable password in ${path}. Restart the controller: it makes one.` };
	} catch {
		return { why: `${path} cannot be read. Ask as the user that the controller runs as.` };
	}
}
