import { cell, table, withPlaces } from "./table.ts";

/** The English texts, by section and key. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Faults of sensors and outputs, and what to do. */
export const faultsTable = ({ fault = {}, remedy = {} }: Texts): string =>
	table(
		["code", "what it says", "what to do"],
		Object.entries(fault).map(([code, says]) => [
			`\`${code}\``,
			withPlaces(says.charAt(0).toUpperCase() + says.slice(1)),
			cell(remedy[code] ?? ""),
		]),
	);

/** Findings of the app about itself. The sentence says what to do. */
export const findingsTable = ({ finding = {} }: Texts): string =>
	table(
		["code", "what it says, and what to do"],
		Object.entries(finding).map(([code, says]) => [`\`${code}\``, withPlaces(says)]),
	);

/** Reasons for the state of an output. */
export const reasonsTable = ({ reason = {} }: Texts): string =>
	table(
		["code", "what it says"],
		Object.entries(reason).map(([code, says]) => [`\`${code}\``, withPlaces(says)]),
	);

/** Failures of the broker, as in the log and in `broker_connection`. */
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
