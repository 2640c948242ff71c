const CLOSED_BY: ReadonlyMap<string, string> = new Map([
	["{{", "}}"],
	["{%", "%}"],
	["{#", "#}"],
]);

/** Whether everything that a Jinja template opens is closed somewhere behind it, and no expression is empty. */
export const isClosed = (template: string): boolean => {
	if (/\{\{-?\s*-?\}\}/.test(template)) return false;
	return [...template.matchAll(/\{[{%#]/g)].every(({ 0: opener, index }) => {
		const closer = CLOSED_BY.get(opener);
		return closer !== undefined && template.includes(closer, index + opener.length);
	});
};
