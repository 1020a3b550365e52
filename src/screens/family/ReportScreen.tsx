export function ReportScreen() {
  return <main id="main" />;
}
