export function VisitsScreen() {
  return <main id="main" />;
}
