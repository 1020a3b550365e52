/** One line of JSON per call, for a machine to read. Never a body, never a whole id, never an address of the network. */

export type LogLine = {
  readonly level: "info" | "error";
  readonly event: string;
  readonly [field: string]: string | number | undefined;
};

export type Log = (line: LogLine) => void;

/** Enough to follow one device through an afternoon, and too little to look it up. */
export const shortened = (id: string | undefined): string | undefined => id?.slice(0, 8);

/** What went wrong, without the words of the error: a database puts the values that it was given into them. */
export function toldOf(error: unknown): { readonly error: string; readonly at: string } {
  const known = error instanceof Error ? error : new Error("not an error");
  const code = "code" in known && typeof known.code === "string" ? ` ${known.code}` : "";
  const frames = (known.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return {
    error: `${known.name}${code}`,
    at: frames
      .slice(0, 4)
      .map((line) => line.trim())
      .join(" | "),
  };
}

export const createLog =
  (write: (line: string) => void, clock: () => number): Log =>
  (line) =>
    write(JSON.stringify({ time: new Date(clock()).toISOString(), ...line }));
