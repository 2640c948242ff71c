import { parse } from "yaml";

/**
 * Where this repository can be found by everybody. repository.yaml alone holds that address, and Home Assistant reads it there.
 * Until it is known, a name that nobody can register stands there (RFC 2606): an address of somebody else would let him ship
 * code into the houses.
 */
export const PLACEHOLDER = "https://solar-heating.example/";

/** The address that repository.yaml names; undefined while it is the placeholder. Throws where it is no address. */
export function publicAddress(repository: string): string | undefined {
	const url = new URL(String(parse(repository).url));
	return /(?:^|\.)(?:example|invalid|test)$/.test(url.hostname) ? undefined : url.href.replace(/\/$/, "");
}

/** A page with what leads to the repository from elsewhere: the button, and pictures that Home Assistant can draw too. */
export function addressed(page: string, address: string | undefined): string {
	const [, path] = /^https:\/\/github\.com\/([^/]+\/[^/]+)$/.exec(address ?? "") ?? [];
	const pictures = path === undefined ? "" : `https://raw.githubusercontent.com/${path}/HEAD/`;
	return page
		.replace(/(!\[[^\]]*\]\()(?:https:[^)]*?)?(docs\/images\/)/g, `$1${pictures}$2`)
		.replace(/(<!-- button -->\n)(?:\[!\[.*\n)?/, `$1${address === undefined ? "" : `${button(address)}\n`}`);
}

const button = (address: string) =>
	`[![Add this repository to your Home Assistant](https://my.home-assistant.io/badges/supervisor_add_addon_repository.svg)](https://my.home-assistant.io/redirect/supervisor_add_addon_repository/?repository_url=${encodeURIComponent(address)})`;
