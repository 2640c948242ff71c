import { join } from "node:path";
import { failing } from "./child.ts";
import { debianPackages } from "./debian.ts";

const ROOT = join(import.meta.dirname, "..");
/** The app's icon and logo in Home Assistant. */
const ART = [
	{ name: "icon", width: 128, height: 128 },
	{ name: "logo", width: 250, height: 100 },
] as const;
const NEEDS = {
	"rsvg-convert": "librsvg2-bin",
	"/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf": "fonts-dejavu-core",
};

/** Draws icon.png and logo.png from docs/art. They are committed, because Home Assistant reads them from the repository. */
async function draw(): Promise<string | undefined> {
	const lacking = await debianPackages(NEEDS, console.log);
	if (lacking !== undefined) return lacking;
	for (const { name, width, height } of ART) {
		const [from, to] = [join(ROOT, "docs/art", `${name}.svg`), join(ROOT, `${name}.png`)];
		const failed = await failing("rsvg-convert", ["-w", `${width}`, "-h", `${height}`, "-o", to, from]);
		if (failed !== undefined) return failed;
		console.log(`${name}.png drawn, ${width} x ${height}`);
	}
	return undefined;
}

if (import.meta.main) {
	const failed = await draw();
	if (failed !== undefined) {
		console.error(failed);
		process.exitCode = 1;
	}
}
