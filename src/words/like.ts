/** The same keys, in another language: one that is missing, misspelt or too much does not compile. */
export type Like<T> = T extends string ? string : { readonly [K in keyof T]: Like<T[K]> };
