export function PlanScreen() {
  return <main id="main" />;
}
