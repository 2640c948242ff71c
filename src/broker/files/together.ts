import { type At, found, put, type Wanted } from "./file.ts";

/** Writes all files, or none if one cannot be written. Then it throws what the file system throws. */
export async function putTogether(files: readonly Wanted[], at?: At): Promise<void> {
	const before: Wanted[] = [];
	try {
		for (const wanted of files) {
			const is = await found(wanted.path);
			before.unshift({ path: wanted.path, bytes: is?.bytes, rights: is ?? wanted.rights });
			await put(wanted, at);
		}
	} catch (failed) {
		for (const old of before) await put(old).catch(() => undefined);
		throw failed;
	}
}
