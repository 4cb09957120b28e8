import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";
import { bridge } from "./dev/bridge.ts";

export default defineConfig({
  plugins: [svelte(), bridge()],
  resolve: {
    alias: { $lib: new URL("./src/lib", import.meta.url).pathname, $features: new URL("./src/features", import.meta.url).pathname },
    // Vitest would otherwise take Svelte's server build, where nothing is reactive.
    conditions: process.env.VITEST ? ["browser"] : undefined,
  },
  server: { host: "127.0.0.1", port: 5173, strictPort: true },
  clearScreen: false,
  build: { outDir: "dist", target: "es2022", chunkSizeWarningLimit: 900 },
  test: { include: ["src/**/*.test.ts"], environment: "happy-dom" },
});
