/** The first of somebody's names: a sheet names nobody in full. Words such as "juf" go with the name they stand by. */
export function firstName(name: string): string {
  const [first = "", second] = name.trim().split(/\s+/);
  return second !== undefined && /^(?:juf|meester|oma|opa|tante|oom|mevrouw|meneer)$/i.test(first)
    ? `${first} ${second}`
    : first;
}
