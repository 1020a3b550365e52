/** Words that go with the name they stand by, in Dutch and in English. */
const standBy =
  /^(?:juf|meester|oma|opa|tante|oom|mevrouw|meneer|miss|mr|mrs|ms|grandma|grandpa|granny|nan|aunt|auntie|uncle)\.?$/i;

/** The first of somebody's names: a sheet names nobody in full. */
export function firstName(name: string): string {
  const [first = "", second] = name.trim().split(/\s+/);
  return second !== undefined && standBy.test(first) ? `${first} ${second}` : first;
}
