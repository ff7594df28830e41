// Answers, as one line of JSON for each feed or list of feeds on a line of its own (a JSON text), what feedsmith reads.
import { createInterface } from "node:readline";
import { parseFeed, parseOpml } from "feedsmith";

for await (const line of createInterface({ input: process.stdin })) {
  const { text, list } = JSON.parse(line);
  console.log(JSON.stringify(list ? parseOpml(text) : parseFeed(text)));
}
