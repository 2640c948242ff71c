/**
 * Headers of every answer: no content from elsewhere, no caching, and frames only by Home Assistant, whose address an
 * ingress shares.
 */
export const HEADERS: Readonly<Record<string, string>> = {
	"content-security-policy":
		"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
	"x-content-type-options": "nosniff",
	"x-frame-options": "SAMEORIGIN",
	"referrer-policy": "no-referrer",
	"cross-origin-resource-policy": "same-origin",
	"cross-origin-opener-policy": "same-origin",
	"permissions-policy": "camera=(), geolocation=(), microphone=()",
	"cache-control": "no-store",
};
