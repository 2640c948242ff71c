const CLOSED_BY: ReadonlyMap<string, string> = new Map([
	["{{", "}}"],
	["{%", "%}"],
	["{#", "#}"],
]);

/** Whether every bracket of a Jinja template is closed, and no expression is empty. */
export const isClosed = (template: string): boolean => {
	if (/\{\{-?\s*-?\}\}/.test(template)) return false;
	return [...template.matchAll(/\{[{%#]/g)].every(({ 0: opener, index }) => {
		const closer = CLOSED_BY.get(opener);
		return closer !== undefined && template.includes(closer, index + opener.length);
	});
};
