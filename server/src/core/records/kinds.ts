// The door to kinds, their fields and the words for them.
export { fieldForLabel, kindForRegisterKey } from "./labels.ts";
export {
  type ColumnsHint,
  type ColumnsMatch,
  kindForColumns,
  kindForId,
  kindForTitle,
  kindForWord,
  nearestKind,
} from "./recognise.ts";
export {
  everyKindHas,
  type FieldInfo,
  type FieldType,
  type GroupInfo,
  KINDS,
  type KindInfo,
  kindInfo,
  type ValueInfo,
} from "./registry.ts";
