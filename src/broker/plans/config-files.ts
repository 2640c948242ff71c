import { type Conf, textsOf } from "../conf/conf.ts";
import type { Place } from "../conf/place.ts";
import { bytesOf } from "../files/encoding.ts";
import { found, type Rights, type Wanted } from "../files/file.ts";

/** All files of the configuration with their new text and present rights. The main file, which names the others, is last. */
export async function configFiles(conf: Conf, { config }: Place): Promise<readonly Wanted[]> {
	const texts = [...textsOf(conf)].sort(([a], [b]) => Number(a === config) - Number(b === config));
	const files = await Promise.all(texts.map(async ([path, text]) => ({ path, text, is: await found(path) })));
	return files.flatMap(({ path, text, is }) => {
		const bytes = bytesOf(text, is?.bytes);
		const rights: Rights = is ?? { uid: 0, gid: 0, mode: 0o644 };
		const { uid, gid, mode } = rights;
		return is?.bytes.equals(bytes) ? [] : [{ path, bytes, rights: { uid, gid, mode } }];
	});
}
