import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Every control in every state, to look at: `npx vite -c tests/ui/vite.config.ts`, then /gallery.html?view=table&lang=nl. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: "../../node_modules/.vite-gallery",
  plugins: [react()],
  server: { fs: { allow: ["../.."] } },
});
