import { remembering } from "../text/remember.ts";

/** A person or a role as written in one place. */
export interface Person {
  readonly name: string;
  readonly role?: string;
}

const ROLE =
  /\b(?:c[a-z]{1,3}o|vp|dpo|chief|head|lead|leader|manager|director|officer|owner|engineer|scientist|analyst|auditor|counsel|president|secretary|chair|chairman|chairwoman|chairperson|founder|partner|developer|architect|administrator|coordinator|specialist|consultant|assistant|executive|supervisor|responsable|leiter|leiterin|management|advisor|adviser|steward|champion|representative|committee|board|team|council|department|group|office|unit|staff|function)\b/i;
const GROUP =
  /\b(?:committee|board|team|council|department|group|office|unit|staff|all|everyone|management|leadership|employees|users|function|division|community)\b/i;
const NOBODY =
  /^(?:n\/?a|none|nobody|tbd|tbc|tba|todo|unknown|unassigned|vacant|not assigned|to be \w+|various|multiple|same|self|as above|see .*|[-–—?.]*)$/i;

/** Posts of which an organisation has one. */
const UNIQUE_POST =
  /^(?:c[eftoirdapsm]{1,2}o|ciso|caio|chief [\w &]{2,40} officer|dpo|data protection officer|managing director|general counsel|president)$/i;

const LONGEST = 200;

/** Whether a text names a post rather than a person. */
export const looksLikeRole = (text: string): boolean => ROLE.test(text);

function pair(first: string, second: string): Person {
  const [a, b] = [first.trim(), second.trim()];
  if (b === "") return { name: a };
  if (a === "") return { name: b };
  return looksLikeRole(a) && !looksLikeRole(b) ? { name: b, role: a } : { name: a, role: b };
}

/** Reads `Jane Doe (CTO)`, `Jane Doe, CTO`, `CTO: Jane Doe`, `Jane Doe <jane@example.com>`, `CTO`. */
export const readPerson: (text: string) => Person = remembering((text) => {
  const plain = text
    .slice(0, LONGEST)
    .replace(/<[^<>]*>|[*`]/g, " ")
    .replace(/[^\S ]/g, " ")
    .trim();
  const bracket = plain.indexOf("(");
  if (bracket > 0 && plain.endsWith(")")) return pair(plain.slice(0, bracket), plain.slice(bracket + 1, -1));
  const cut = /\s[-–—]\s|[,:/–—]/.exec(plain);
  if (cut !== null) return pair(plain.slice(0, cut.index), plain.slice(cut.index + cut[0].length));
  return { name: plain };
});

/** A name as names are compared: lower case, no accents, titles or punctuation. */
export const comparable: (name: string) => string = remembering((name) =>
  name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, " ")
    .replace(/(?:^| )(?:mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|m|mme|phd|msc)(?= |$)/g, " ")
    .replace(/ +/g, " ")
    .trim(),
);

/** Whether two texts surely name the same person, or the one holder of a post; false in doubt, and for bodies of several people. */
export function samePerson(a: string, b: string): boolean {
  if ([a, b].some((text) => NOBODY.test(text.trim()))) return false;
  const [p, q] = [readPerson(a), readPerson(b)];
  if ([p, q].some((x) => NOBODY.test(x.name) || GROUP.test(x.name) || /[[\]{}<>_]/.test(x.name))) return false;
  const [n, m] = [comparable(p.name), comparable(q.name)];
  if (n === "" || m === "") return false;
  if (n === m)
    return n.includes(" ") || looksLikeRole(n) || p.role === undefined || q.role === undefined || p.role === q.role;
  return isPostOf(p, q) || isPostOf(q, p);
}

/** Whether `post` is only a post of which there is one, and `person` somebody said to hold it. */
function isPostOf(post: Person, person: Person): boolean {
  if (post.role !== undefined || person.role === undefined || !UNIQUE_POST.test(post.name)) return false;
  return comparable(post.name) === comparable(person.role);
}

/** Whether a text names one person or post, and no body of several, nobody, or a place to be filled. */
export const namesSomebody: (text: string) => boolean = remembering((text) => {
  const { name } = readPerson(text);
  return !NOBODY.test(text.trim()) && !NOBODY.test(name) && !GROUP.test(name) && !/[[\]{}<>_]/.test(name);
});
