// Makes the editor of the forms ready to be published: one folder of files that ask nobody else for anything.
//
// Run once, when the program is set up, in the folder that has node_modules: node theme/editor/bundle.mjs
// It writes node_modules/.circuito/editor and prints nothing unless something is wrong.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = process.cwd();
const HERE = dirname(fileURLToPath(import.meta.url));
const BUNDLE = join(ROOT, "node_modules", ".circuito", "editor");
const FRESH = `${BUNDLE}.new`;
const require = createRequire(join(ROOT, "package.json"));
const esbuild = require("esbuild");
const editor = join(ROOT, "node_modules", "@sveltia", "cms");

// No form shows code, so the 300 languages in which it could be coloured stay away.
const withoutLanguages = {
  name: "without languages",
  setup(build) {
    build.onResolve({ filter: /^@shikijs\/langs\// }, () => ({ path: "no-language", namespace: "nothing" }));
    build.onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "export default []" }));
  },
};

// What lies beside this file may be outside the folder that has node_modules.
const fromRoot = {
  name: "packages of the network",
  setup(build) {
    build.onResolve({ filter: /^(@sveltia\/cms|yaml)$/ }, ({ path, importer, kind, pluginData }) =>
      pluginData || importer.includes("node_modules")
        ? undefined
        : build.resolve(path, { kind, resolveDir: ROOT, pluginData: { asked: true } }),
    );
  },
};

// What is mended of the editor, how often each stands in its program, and what stands there instead.
const MENDS = [
  // When a form closes after its first saving, the switch of languages is drawn once more, and asks what is wrong in
  // each language of a file that is no longer open. That stopped the drawing, and with it at times the closing.
  { fault: /Object\.values\((\w+\(\w+\)\[\w+\])\)(?=\.some\(\(\{valid:)/g, times: 1, instead: "Object.values($1??{})" },
  // GitHub and GitLab have sites of others that say whether they are up. No form asks those.
  { fault: /checkStatus:\w+,(?=init:)/g, times: 2, instead: "" },
];
const mended = {
  name: "mended editor",
  setup(build) {
    build.onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, ({ path }) => {
      const program = readFileSync(path, "utf8");
      const missed = MENDS.filter(({ fault, times }) => (program.match(fault)?.length ?? 0) !== times);
      const warnings = missed.map(({ fault, times }) => ({ text: `${fault} is not ${times} times in the editor: look at MENDS` }));
      const contents = MENDS.reduce((text, { fault, instead }) => text.replace(fault, instead), program);
      return { contents, warnings };
    });
  },
};

rmSync(FRESH, { recursive: true, force: true });
mkdirSync(FRESH, { recursive: true });
await esbuild.build({
  entryPoints: [join(HERE, "admin.js")],
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  target: "es2022",
  legalComments: "linked",
  chunkNames: "[name]-[hash]",
  outdir: FRESH,
  logLevel: "warning",
  plugins: process.env.EDITOR_LANGUAGES ? [mended, fromRoot] : [mended, withoutLanguages, fromRoot],
});
cpSync(join(editor, "npm", "assets"), join(FRESH, "assets"), {
  recursive: true,
  filter: (source) => !source.endsWith(".map"),
});
cpSync(join(editor, "LICENSE.txt"), join(FRESH, "LICENSE.txt"));
const files = readdirSync(FRESH, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(FRESH.length + 1))
  .sort();
const listed = files.map((file) => [file, createHash("sha256").update(readFileSync(join(FRESH, file))).digest("hex").slice(0, 32)]);
writeFileSync(join(FRESH, "files.json"), `${JSON.stringify(Object.fromEntries(listed), null, 1)}\n`);
rmSync(BUNDLE, { recursive: true, force: true });
renameSync(FRESH, BUNDLE);
