import type { TogetherSession } from "./session.ts";

export function TogetherScreen({ session }: { readonly session: TogetherSession }) {
  return <main id="main">{session.person.name}</main>;
}
