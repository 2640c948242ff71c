/** The same keys in another language. A missing, misspelt or extra key does not compile. */
export type Like<T> = T extends string ? string : { readonly [K in keyof T]: Like<T[K]> };
