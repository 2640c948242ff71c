/** Words for roles, in Swedish, German and other English: as `plain` writes them. */
const WORDS: Readonly<Record<string, string>> = {
	collector: "kollektor solfangare solpanel solarpanel panel kollektorfuhler dach tak roof",
	tank: "speicher puffer pufferspeicher warmwasserspeicher ackumulator ackumulatortank acktank beredare varmvattenberedare store storage cylinder",
	tank_layer: "topp top oben unten mitte botten bottom middle mitt schicht lager",
	return_line: "rucklauf retur returledning return",
	flow_line: "vorlauf framledning tillopp",
	outdoor_air: "aussen aussenluft aussentemperatur ute utomhus uteluft utetemperatur outdoor outside",
	exhaust_air: "fortluft avluft exhaust",
	supply_air: "zuluft tilluft supply",
	extract_air: "abluft franluft extract",
	stove: "ofen kaminofen kachelofen kamin vedspis kakelugn",
	boiler: "kessel heizkessel panna vedpanna pelletspanna pelletkessel",
	pool: "schwimmbad becken simbassang bassang",
	room: "raum zimmer rum",
	flow: "durchfluss volumenstrom flode",
	irradiance: "strahlung einstrahlung solinstralning instralning solstralning globalstrahlung",
	pressure: "druck tryck",
	power: "leistung effekt",
	energy: "energie energi",
	price: "preis strompreis pris elpris",
	humidity: "feuchte luftfeuchte fukt luftfuktighet",
	tap: "zapfstelle wasserhahn kran tappstalle",
	other: "andere sonstige anderes annat annan ovrigt",
	pump: "pumpe solarpumpe cirkulationspump solpump umwalzpumpe",
	heater: "heizstab heizung heizpatrone elpatron patron varmare",
	valve: "ventil umschaltventil vaxelventil mischer",
};
const ROLE_OF: ReadonlyMap<string, string> = new Map(
	Object.entries(WORDS).flatMap(([role, words]) => [role, ...words.split(" ")].map((word) => [word, role] as const)),
);

/** Without accents, in lower case: `Außentemperatur` is `aussentemperatur`, and `ue` is written as `ü` is. */
const plain = (text: string) =>
	text
		.toLowerCase()
		.replaceAll("ß", "ss")
		.normalize("NFD")
		.replaceAll(/\p{Diacritic}/gu, "")
		.replaceAll(/ae/g, "a")
		.replaceAll(/oe/g, "o")
		.replaceAll(/ue/g, "u");

/** What people put before or behind: `Kollektortemperatur`, `tankgivare`. */
const AROUND = /(temperatur|temperature|fuhler|sensor|givare|temp)$/;

/** The role that is written in another language, if it is one of the choices. */
export function roleIn(found: string, choices: readonly string[]): string | undefined {
	if (found.length > 60) return undefined;
	const words = plain(found)
		.split(/[^a-z]+/)
		.flatMap((word) => [word, word.replace(AROUND, "")]);
	const roles = new Set(words.flatMap((word) => ROLE_OF.get(word) ?? []));
	// The top of a tank is a layer of it.
	if (roles.has("tank_layer")) roles.delete("tank");
	const [one, ...others] = [...roles].filter((role) => choices.includes(role));
	return others.length === 0 ? one : undefined;
}
