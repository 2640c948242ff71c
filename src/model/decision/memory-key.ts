/** A rule's memory has the rule's id as its key, and `rule@place` where the rule runs at several places. */
export const memoryKey = (rule: string, place: string): string => `${rule}@${place}`;

/** The rule's id in a key. */
export const ruleOf = (key: string): string => key.split("@", 1)[0] ?? key;

/** What a rule remembers of a place. */
export const memoryAt = (memories: Readonly<Record<string, unknown>>, rule: string, place: string): unknown =>
	memories[memoryKey(rule, place)] ?? memories[rule];
