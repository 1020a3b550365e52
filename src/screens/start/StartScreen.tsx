export function StartScreen() {
  return <main id="main" />;
}
