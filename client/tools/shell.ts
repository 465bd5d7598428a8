import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import type { Plugin } from "vite";

/** Heavier files (the emoji's names) are kept on the device when they are first used, not ahead. */
const heaviest = 600_000;

/** Tells the service worker which files the build is made of, under a name that follows from them. */
export function shell(): Plugin {
  return {
    name: "baton-shell",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const worker = Object.values(bundle).find((file) => file.fileName === "sw.js");
      const page = bundle["index.html"];
      if (worker?.type !== "chunk" || page?.type !== "asset")
        throw new Error("The build lacks its worker or its page.");

      const parts = Object.values(bundle).filter(
        (file) => file.fileName.startsWith("assets/") && sizeOf(file) < heaviest,
      );
      const files = [...parts.map((file) => `/${file.fileName}`), ...readdirSync("public").map((name) => `/${name}`)];
      const entry = /src="(\/assets\/[^"]+\.js)"/.exec(String(page.source))?.[1] ?? "";
      const version = createHash("sha256")
        .update([...files, page.source, worker.code].join("\n"))
        .digest("hex")
        .slice(0, 16);
      worker.code = worker.code.replace(
        "__SHELL__",
        JSON.stringify({ version, entry, files: ["/index.html", ...files.sort()] }),
      );
    },
  };
}

const sizeOf = (file: { type: "chunk"; code: string } | { type: "asset"; source: string | Uint8Array }) =>
  file.type === "chunk" ? file.code.length : file.source.length;
