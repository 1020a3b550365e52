export function OverviewScreen() {
  return <main id="main" />;
}
