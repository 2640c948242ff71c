import { cell, table, withPlaces } from "./table.ts";

/** The English texts, by section and key. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What can be wrong with a sensor or an output, and what to do. */
export const faultsTable = ({ fault = {}, remedy = {} }: Texts): string =>
	table(
		["code", "what it says", "what to do"],
		Object.entries(fault).map(([code, says]) => [
			`\`${code}\``,
			withPlaces(says.charAt(0).toUpperCase() + says.slice(1)),
			cell(remedy[code] ?? ""),
		]),
	);

/** What the app finds about itself; the sentence says what to do. */
export const findingsTable = ({ finding = {} }: Texts): string =>
	table(
		["code", "what it says, and what to do"],
		Object.entries(finding).map(([code, says]) => [`\`${code}\``, withPlaces(says)]),
	);

/** Why an output is as it is. */
export const reasonsTable = ({ reason = {} }: Texts): string =>
	table(
		["code", "what it says"],
		Object.entries(reason).map(([code, says]) => [`\`${code}\``, withPlaces(says)]),
	);

/** What can go wrong with the broker, as the log and `broker_connection` have it. */
export function failuresTable({ mqtt = {} }: Texts): string {
	const names = Object.keys(mqtt).flatMap((key) => (key.endsWith(".cause") ? [key.slice(0, -".cause".length)] : []));
	return table(
		["code", "what it means", "what to do"],
		names.map((name) => [
			`\`${name}\``,
			withPlaces(mqtt[`${name}.cause`] ?? ""),
			withPlaces(mqtt[`${name}.remedy`] ?? ""),
		]),
	);
}
