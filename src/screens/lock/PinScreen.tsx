export function PinScreen() {
  return <main id="main" />;
}
