import { parse } from "yaml";

/**
 * The public address of this repository. Only repository.yaml contains it, where Home Assistant reads it. Until it is
 * known, a reserved name is used (RFC 2606): the owner of any other address could ship code into the houses.
 */
export const PLACEHOLDER = "https://solar-heating.example/";

/** The address in repository.yaml; undefined while it is the placeholder. Throws if it is not an address. */
export function publicAddress(repository: string): string | undefined {
	const url = new URL(String(parse(repository).url));
	return /(?:^|\.)(?:example|invalid|test)$/.test(url.hostname) ? undefined : url.href.replace(/\/$/, "");
}

/** A page with the links that need the address: the button, and pictures that Home Assistant can show. */
export function addressed(page: string, address: string | undefined): string {
	const [, path] = /^https:\/\/github\.com\/([^/]+\/[^/]+)$/.exec(address ?? "") ?? [];
	const pictures = path === undefined ? "" : `https://raw.githubusercontent.com/${path}/HEAD/`;
	return page
		.replace(/(!\[[^\]]*\]\()(?:https:[^)]*?)?(docs\/images\/)/g, `$1${pictures}$2`)
		.replace(/(<!-- button -->\n)(?:\[!\[.*\n)?/, `$1${address === undefined ? "" : `${button(address)}\n`}`);
}

const button = (address: string) =>
	`[![Add this repository to your Home Assistant](https://my.home-assistant.io/badges/supervisor_add_addon_repository.svg)](https://my.home-assistant.io/redirect/supervisor_add_addon_repository/?repository_url=${encodeURIComponent(address)})`;
