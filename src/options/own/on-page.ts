/**
 * What the options page of Home Assistant asks for: what a beginner needs first, and the login at the broker, which the
 * Supervisor keeps. All other options are the app's own, in its data folder; the page's schema accepts them still.
 */
export const ON_PAGE: ReadonlySet<string> = new Set([
	...["language", "sensors", "outputs", "mqtt", "tank", "heater", "log_level"],
]);
