/** What may be shown of a bug: the system's error code, or the class of the error. Its message may contain a secret. */
export function kindOfBug(bug: unknown): string {
	if (typeof bug !== "object" || bug === null) return typeof bug;
	if ("code" in bug && typeof bug.code === "string") return bug.code;
	return "name" in bug && typeof bug.name === "string" ? bug.name : "Error";
}
