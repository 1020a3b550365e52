export function ToolScreen() {
  return <main id="main" />;
}
