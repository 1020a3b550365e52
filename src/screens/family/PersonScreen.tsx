export function PersonScreen() {
  return <main id="main" />;
}
