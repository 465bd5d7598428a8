/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { shell } from "./tools/shell.ts";

const server = "http://localhost:5080";

export default defineConfig({
  plugins: [react(), shell()],
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
          groups: [
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 9 },
            // Reading code needs its colours, but no editor.
            { name: "code", test: /node_modules[\\/](lowlight|highlight\.js|devlop)[\\/]/, priority: 8 },
            // Editors load when somebody writes, never with the first screen. With all they stand on: a part of theirs in a
            // chunk that imports this one would not be there yet when this one begins.
            {
              name: "editor",
              test: /node_modules[\\/](@tiptap|prosemirror-|@blocknote|yjs|markdown-it|linkify-it|linkifyjs|orderedmap|rope-sequence|w3c-keyname|crelt|mdurl|uc\.micro|entities|punycode)/,
              priority: 8,
            },
            { name: "text-en", test: /(kernel|app|tasks|spaces)\.en\.json$/, priority: 7 },
            { name: "text-de", test: /(kernel|app|tasks|spaces)\.de\.json$/, priority: 7 },
            { name: "more-text-en", test: /\.en\.json$/, priority: 6 },
            { name: "more-text-de", test: /\.de\.json$/, priority: 6 },
          ],
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
