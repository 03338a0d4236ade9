// The Nu Html Checker.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

const JAR = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** "site/page:line: message" for all that the checker has to say of the files, but for `expected`. */
export function checkMarkup(files, expected = []) {
  const options = ["-Xss8m", "-jar", JAR, "--stdout", "--exit-zero-always", "--format", "json"];
  const output = execFileSync("java", [...options, "--also-check-css", "--also-check-svg", ...files], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return JSON.parse(output)
    .messages.filter(({ message }) => !expected.some((pattern) => pattern.test(message)))
    .map(({ url, lastLine, message }) => `${new URL(url ?? "file:/unknown").pathname}:${lastLine}: ${message}`);
}
