const longestLine = 14;

const short = (words: string): string => {
  const letters = [...words];
  return letters.length > longestLine ? `${letters.slice(0, longestLine - 1).join("")}…` : words;
};

/** A name beside its dot in the picture: on one line where it fits, else broken between two words. */
export function nameLines(name: string): readonly [string, string?] {
  if ([...name].length <= longestLine) return [name];
  const words = name.split(/\s+/);
  let fitting = words.length - 1;
  while (fitting > 1 && [...words.slice(0, fitting).join(" ")].length > longestLine) fitting -= 1;
  const second = words.slice(fitting).join(" ");
  return fitting > 0 ? [short(words.slice(0, fitting).join(" ")), short(second)] : [short(second)];
}
