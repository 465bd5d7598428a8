/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { chunks, inOrder } from "./tools/chunks.ts";
import { shell } from "./tools/shell.ts";

const server = "http://localhost:5080";

export default defineConfig({
  plugins: [react(), shell(), inOrder()],
  build: {
    outDir: "../src/Baton.Server/wwwroot",
    emptyOutDir: true,
    manifest: true,
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: "index.html", sw: "src/worker/worker.ts" },
      output: {
        // A worker reigns over what lies beside and below it, and its address must stay the same.
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
        codeSplitting: {
          // A group is what it names; with what that imports, the editor would carry parts of the first screen.
          includeDependenciesRecursively: false,
          groups: chunks,
        },
      },
    },
  },
  server: { port: 5173, proxy: { "/api": { target: server, changeOrigin: false } } },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/kernel/testing/setUp.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
  },
});
