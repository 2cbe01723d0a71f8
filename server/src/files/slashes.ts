import { sep } from "node:path";

/** A path of this system as the core knows it, with forward slashes. Elsewhere than on Windows a name may have a backslash in it. */
export const slashes = (path: string): string => (sep === "\\" ? path.replaceAll("\\", "/") : path);
