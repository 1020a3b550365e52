export function TimelineScreen() {
  return <main id="main" />;
}
