export function AboutScreen() {
  return <main id="main" />;
}
