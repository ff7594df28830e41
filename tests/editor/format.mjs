// Reads and writes files as the forms do. One line of JSON in: the facts of a kind, the file as it is, and what a person
// sets in its form; out: what the form showed, and the file as it is then.
import { createInterface } from "node:readline";
import { format } from "../../theme/editor/format.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { facts, lang, content, set } = JSON.parse(line);
  const made = format(facts, lang);
  const shown = content === null ? {} : made.fromFile(content.trim());
  const file = `${made.toFile(structuredClone({ ...shown, ...set })).trim()}\n`;
  console.log(JSON.stringify({ shown, file }));
}
