export function PrepareScreen() {
  return <main id="main" />;
}
