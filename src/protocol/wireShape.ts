import { isDeviceId } from "./deviceId.ts";
import { hasExactly, isBytes, isCount, isHex, isText } from "./shape.ts";

/**
 * What a message looks like, said once: `is` reads it strictly, and `text` is what its documentation and the pinned hash of
 * the whole wire are made from.
 */
export type Shape<Of> = {
  readonly text: string;
  readonly is: (value: unknown) => value is Of;
};

export type Shaped<S> = S extends Shape<infer Of> ? Of : never;

const shape = <Of>(text: string, is: (value: unknown) => boolean): Shape<Of> => ({
  text,
  is: (value): value is Of => is(value),
});

export const flag = shape<boolean>("true | false", (value) => typeof value === "boolean");
export const count = shape<number>("count", isCount);
export const device = shape<string>("device", isDeviceId);

/** Of a fixed number of bytes, in hexadecimal. */
export const hex = (bytes: number): Shape<string> => shape(`hex${bytes}`, (value) => isHex(value, bytes));
export const text = (longest: number): Shape<string> =>
  shape(`text up to ${longest}`, (value) => isText(value, longest));
export const bytes = (least: number, most: number): Shape<Uint8Array> =>
  shape(
    least === most ? `${most} bytes` : `bytes up to ${most}`,
    (value) => isBytes(value) && value.length >= least && value.length <= most,
  );
export const word = <const Word extends string>(...words: readonly Word[]): Shape<Word> =>
  shape(words.map((one) => JSON.stringify(one)).join(" | "), (value) =>
    (words as readonly unknown[]).includes(value),
  );
export const list = <Of>(of: Shape<Of>, most: number): Shape<readonly Of[]> =>
  shape(
    `[${of.text}] up to ${most}`,
    (value) => Array.isArray(value) && value.length <= most && value.every((one) => of.is(one)),
  );
export const either = <A, B>(a: Shape<A>, b: Shape<B>): Shape<A | B> =>
  shape(`${a.text} | ${b.text}`, (value) => a.is(value) || b.is(value));

type Fields = { readonly [key: string]: Shape<unknown> };

/** Exactly these properties, so that nothing rides along unseen. */
export function object<const F extends Fields>(fields: F): Shape<{ readonly [K in keyof F]: Shaped<F[K]> }> {
  const keys = Object.keys(fields);
  return shape(
    `{ ${keys.map((key) => `${key}: ${fields[key]?.text}`).join(", ")} }`,
    (value) => hasExactly(value, keys) && keys.every((key) => fields[key]?.is(value[key]) ?? false),
  );
}
