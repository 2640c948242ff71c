import { debianPackages, found } from "./debian.ts";

/** C compilers, the first that is here. Not tcc: what it links asks for a stack that may be executed, which glibc refuses. */
const COMPILERS = ["cc", "gcc", "clang"] as const;

export const compilerHere = (): string | undefined => COMPILERS.find((name) => found(name) !== undefined);

/** Installs a compiler where there is none; undefined when one is there, else what a person has to type. */
export const compiler = async (tell: (line: string) => void): Promise<string | undefined> =>
	compilerHere() === undefined ? debianPackages({ gcc: "gcc" }, tell) : undefined;
