export function AssessmentScreen() {
  return <main id="main" />;
}
