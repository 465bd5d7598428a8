// Reads the licence of every package in the lock files and refuses what tools/dev/licences.txt does not allow.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const { allowed, stated } = readList("tools/dev/licences.txt");
const packages = [...nugetPackages(), ...npmPackages()];
const refused = packages.filter(({ name, licence }) => !isAllowed(stated.get(name) ?? licence));

for (const { name, version, licence } of refused) {
  console.error(`${name} ${version}: ${licence ?? "states no licence"} is not allowed by tools/dev/licences.txt`);
}
console.log(`${packages.length} packages, ${refused.length} with a licence that is not allowed`);
process.exitCode = refused.length === 0 ? 0 : 1;

// A line is a licence that may be used, or "package = licence" for a package that states it in words only.
function readList(file) {
  const lines = readFileSync(file, "utf8").split("\n").map((line) => line.replace(/#.*/, "").trim()).filter(Boolean);
  return {
    allowed: new Set(lines.filter((line) => !line.includes("="))),
    stated: new Map(lines.filter((line) => line.includes("=")).map((line) => line.split("=").map((part) => part.trim()))),
  };
}

// SPDX: of an OR one part suffices, of an AND every part counts.
function isAllowed(licence) {
  const bare = (licence ?? "").replace(/[()]/g, "");
  return bare.split(" OR ").some((choice) => choice.split(" AND ").every((part) => allowed.has(part.trim())));
}

function nugetPackages() {
  const folder = execFileSync("dotnet", ["nuget", "locals", "global-packages", "--list"], { encoding: "utf8" }).replace(/^.*?: /, "").trim();
  const found = new Map();
  for (const lock of lockFiles()) {
    for (const dependencies of Object.values(JSON.parse(readFileSync(lock, "utf8")).dependencies)) {
      for (const [name, { type, resolved }] of Object.entries(dependencies)) {
        if (type !== "Project") {
          found.set(`${name} ${resolved}`, { name, version: resolved });
        }
      }
    }
  }
  return [...found.values()].map((it) => ({ ...it, licence: nuspecLicence(folder, it.name.toLowerCase(), it.version) }));
}

function lockFiles() {
  return ["src", "tests", "bench"]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((project) => join(folder, project, "packages.lock.json")))
    .filter((file) => existsSync(file));
}

function nuspecLicence(folder, id, version) {
  const file = join(folder, id, version, `${id}.nuspec`);
  const nuspec = existsSync(file) ? readFileSync(file, "utf8") : "";
  const expression = /<license type="expression">([^<]+)</.exec(nuspec)?.[1];
  return expression ?? /<licenseUrl>([^<]+)</.exec(nuspec)?.[1];
}

function npmPackages() {
  return ["client", "client/tools/openapi"]
    .map((folder) => JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")))
    .flatMap((lock) => Object.entries(lock.packages))
    .filter(([path]) => path !== "")
    .map(([path, { version, license }]) => ({ name: path.replace(/^.*node_modules\//, ""), version, licence: license }));
}
