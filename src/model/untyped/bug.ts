/** What may be shown of a mistake in the program: a system's code or the class of the error. Its message may hold anything. */
export function kindOfBug(bug: unknown): string {
	if (typeof bug !== "object" || bug === null) return typeof bug;
	if ("code" in bug && typeof bug.code === "string") return bug.code;
	return "name" in bug && typeof bug.name === "string" ? bug.name : "Error";
}
