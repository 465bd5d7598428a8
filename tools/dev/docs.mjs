// Whether the documents still hold: every relative link leads somewhere, and every code block that names a file stands in it.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const faults = [];
for (const page of execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.md"], { encoding: "utf8" }).trim().split("\n")) {
  if (!existsSync(page)) continue;
  const text = readFileSync(page, "utf8");
  for (const link of linksIn(text)) {
    const [path, anchor] = link.split("#");
    const target = path ? join(dirname(page), decodeURI(path)) : page;
    if (!existsSync(target)) {
      faults.push(`${page}: ${link} leads nowhere.`);
    } else if (anchor && target.endsWith(".md") && !anchorsIn(readFileSync(target, "utf8")).includes(anchor)) {
      faults.push(`${page}: ${link} has no such heading.`);
    }
  }
  for (const [, file, code] of text.matchAll(/^```\w+ (\S+)\n([^]*?)^```$/gm)) {
    if (!existsSync(file) || !readFileSync(file, "utf8").includes(code.trimEnd())) {
      faults.push(`${page}: the code it shows of ${file} does not stand there.`);
    }
  }
}

if (faults.length > 0) {
  console.log(faults.join("\n"));
  process.exit(1);
}

function linksIn(text) {
  const prose = text.replace(/^```[^]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");
  const inline = [...prose.matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)/g)].map((found) => found[1]);
  const named = [...prose.matchAll(/^\[[^\]]+\]: (\S+)/gm)].map((found) => found[1]);
  return [...inline, ...named].filter((link) => !/^[a-z]+:/i.test(link));
}

/** As GitHub makes them of headings. */
function anchorsIn(text) {
  const headings = [...text.replace(/^```[^]*?^```$/gm, "").matchAll(/^#+ (.+)$/gm)].map((found) => found[1]);
  return headings.map((heading) => heading.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/g, "-"));
}
