// THIRD-PARTY-LICENSES.md: what the bundles hold that others wrote.
import { licenceText, shippedPackages } from "../lib/licences.mjs";

/** @param {string} root */
export function generate(root) {
  const packages = shippedPackages(root);
  const rows = packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  const texts = packages.map((one) => `## ${one.name} ${one.version}\n\n\`\`\`text\n${licenceText(one) ?? ""}\n\`\`\``);
  const text = `# Third-party licences

AIMS is under the MIT licence (\`LICENSE\`). Its bundles hold these packages. Generated; do not edit.

| Package | Version | Licence |
| --- | --- | --- |
${rows.join("\n")}

${texts.join("\n\n")}
`;
  return [{ path: "THIRD-PARTY-LICENSES.md", text }];
}
