// Prints the brotli weight of what a route loads first: `node tools/size.mjs [entry source …]`; ends with 1 over the budget.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const root = new URL("../../src/Baton.Server/wwwroot/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", root), "utf8"));
const budgetKib = 230;
const entries = [
  "index.html",
  "src/app/Shell.tsx",
  "src/features/tasks/Board.tsx",
  "src/kernel/text/first.en.ts",
  "src/kernel/text/rest.en.ts",
  ...process.argv.slice(2),
];

const files = new Set();
const visit = (key) => {
  const chunk = manifest[key] ?? Object.values(manifest).find((one) => one.name === key || one.src === key);
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const next of chunk.imports ?? []) visit(next);
};
for (const entry of entries) visit(entry);

let total = 0;
for (const file of [...files].filter((one) => /\.(js|css)$/.test(one))) {
  const bytes = brotliCompressSync(readFileSync(new URL(file, root))).length;
  total += bytes;
  console.log(`${(bytes / 1024).toFixed(1).padStart(7)} KiB  ${file}`);
}
const kib = total / 1024;
console.log(`client_first_route ${kib.toFixed(1)} KiB ${budgetKib} ${kib <= budgetKib ? "met" : "short"}`);
process.exit(kib <= budgetKib ? 0 : 1);
