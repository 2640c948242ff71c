import { debianPackages, found } from "./debian.ts";

/** C compilers in order of preference. Not tcc: its programs need an executable stack, which glibc refuses. */
const COMPILERS = ["cc", "gcc", "clang"] as const;

export const compilerHere = (): string | undefined => COMPILERS.find((name) => found(name) !== undefined);

/** Installs a compiler if there is none. Undefined if there is one, otherwise what a person must type. */
export const compiler = async (tell: (line: string) => void): Promise<string | undefined> =>
	compilerHere() === undefined ? debianPackages({ gcc: "gcc" }, tell) : undefined;
