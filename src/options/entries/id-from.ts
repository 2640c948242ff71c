/** What entities append to the id of their sensor or output. No other id may end so. */
export const ENDINGS = ["_auto", "_fault", "_reason", "_run_time", "_starts", "_temperature"];
/** What later releases append too. An id may end so, because it may be older than them. */
const LATER_ENDINGS = ["_hold_left", "_used_energy", "_used_power", "_why"];
const LONGEST = 40;

const pairs = (text: string) => text.split(" ").map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]);
/** Letters that do not decompose into a Latin one. */
const LATIN = new Map([
	...pairs("ßss æae œoe øo ðd þth łl đd ħh ıi ŋng"),
	...pairs(
		"аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya єye іi ґg",
	),
	...pairs("αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo"),
]);

/**
 * The id of a thing that only has a name. It depends on the name alone, so it stays when other entries come, go or move.
 * Latin, Cyrillic and Greek letters become a–z; a name in another script gets a code made of it.
 * @param kind of thing, such as `tank`: the beginning where a letter has to be first
 * @returns undefined if the name has no letter and no digit
 */
export function idFrom(name: string, kind: string): string | undefined {
	const bare = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\p{M}/gu, "");
	const latin = [...bare].map((letter) => LATIN.get(letter) ?? letter).join("");
	if (/[^a-z0-9\P{L}]|[^0-9\P{N}]/u.test(latin)) return `${kind}_${codeOf(name.normalize("NFC"))}`;
	const words = latin.replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, "");
	if (words === "") return undefined;
	const id = (/^[a-z]/.test(words) ? words : `${kind}_${words}`).slice(0, LONGEST).replace(/_$/, "");
	return withoutEnding(id);
}

/** Sensors are often called after what they measure, as "Tank temperature" is. */
function withoutEnding(id: string): string {
	const ending = [...ENDINGS, ...LATER_ENDINGS].find((e) => id.endsWith(e) && id.length > e.length);
	return ending === undefined ? id : withoutEnding(id.slice(0, -ending.length));
}

/** FNV-1a, 32 bits. */
function codeOf(name: string): string {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
	return hash.toString(36);
}
