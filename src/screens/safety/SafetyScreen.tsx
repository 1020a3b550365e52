export function SafetyScreen() {
  return <main id="main" />;
}
