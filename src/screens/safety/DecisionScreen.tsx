export function DecisionScreen() {
  return <main id="main" />;
}
