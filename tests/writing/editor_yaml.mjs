// Writes data as the browser's editor does: one line of JSON in, the file's head as one line of JSON out.
// Mappings come as lists of pairs under "map", so that their order is ours; the options are those of Sveltia CMS 0.221.1.
import { createInterface } from "node:readline";
import { stringify } from "yaml";

const OPTIONS = {
  indent: 2,
  indentSeq: true,
  lineWidth: 0,
  defaultKeyType: "PLAIN",
  defaultStringType: "PLAIN",
  singleQuote: true,
};

function made(value) {
  if (Array.isArray(value)) return value.map(made);
  if (value === null || typeof value !== "object") return value;
  return new Map(value.map.map(([key, inner]) => [key, made(inner)]));
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(`${stringify(made(JSON.parse(line)), null, OPTIONS).trim()}\n`));
}
