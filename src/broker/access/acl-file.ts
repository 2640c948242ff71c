import { phrase, type Sentence } from "#model/sentences/sentence.ts";

/** Marks our part of a shared file. A comment to Mosquitto. */
const BEGIN = "# >>> solar-heating broker acl: written anew by that command; put your own rules above.";
const END = "# <<< solar-heating broker acl";

export type Written =
	| { readonly kind: "written"; readonly text: string }
	| { readonly kind: "refused"; readonly why: Sentence };

/**
 * The file with our rules in place of those we wrote before. Everything else stays byte for byte. Rules belong to the
 * `user` line above them, so no rule without one may follow ours.
 */
export function withRules(before: string, rules: string): Written {
	const lines = before.split(/(?<=\n)/);
	const begin = lines.findIndex((line) => line.startsWith("# >>> solar-heating broker acl"));
	const end = lines.findIndex((line) => line.startsWith(END));
	const block = `${BEGIN}\n${rules.trimEnd()}\n${END}\n`;
	if (begin === -1 && end === -1) {
		const gap = before === "" ? "" : before.endsWith("\n") ? "\n" : "\n\n";
		return { kind: "written", text: `${before}${gap}${block}` };
	}
	if (begin === -1 || end < begin) return { kind: "refused", why: phrase("acl_marks_broken") };
	const after = lines.slice(end + 1);
	const stray = after.find((line) => /^\s*(?:user|pattern|topic)\s/.test(line));
	if (stray?.trimStart().startsWith("topic"))
		return { kind: "refused", why: phrase("acl_stray_rule", { rule: stray.trim() }) };
	return { kind: "written", text: [...lines.slice(0, begin), block, ...after].join("") };
}

/** Users with a rule of their own, as Mosquitto reads the file. A denial alone grants nothing. */
export function usersIn(text: string): ReadonlySet<string> {
	const users = new Set<string>();
	let user = "";
	for (const line of text.split(/\r?\n/)) {
		const [, key, value = ""] = /^\s*(user|topic)\s+(.*?)\s*$/.exec(line) ?? [];
		if (key === "user") user = value;
		else if (key === "topic" && user !== "" && !value.startsWith("deny ")) users.add(user);
	}
	return users;
}

/** Whether it has rules that apply to every user by name or client id. */
export const hasPatterns = (text: string): boolean => /^\s*pattern\s/m.test(text);

/** The part that is not ours. */
export function foreignIn(text: string): string {
	const written = withRules(text, "");
	return written.kind === "written" ? written.text.replace(`${BEGIN}\n\n${END}\n`, "") : text;
}

/** The command that last asked for our rules, if recorded. */
export const askedIn = (text: string): string | undefined => /^# Asked for by: (.+)$/m.exec(text)?.[1];
