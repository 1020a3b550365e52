export function UnlockScreen() {
  return <main id="main" />;
}
