/**
 * The same texts in another language, key by key: one that is missing or additional does not compile. Chinese has one form
 * for all numbers, so of a plural's `_one` and `_other` only the second has a counterpart.
 */
export type Translated<T> = {
  readonly [
    K in keyof T as K extends `${infer Base}_one` ? (`${Base}_other` extends keyof T ? never : K) : K
  ]: T[K] extends string ? string : Translated<T[K]>;
};
