// npm run package: the .vsix below .cache.
import { packageExtension } from "./lib/build.mjs";

const file = packageExtension();
if (file) console.log(file);
else process.exitCode = 1;
