export function FinishScreen() {
  return <main id="main" />;
}
