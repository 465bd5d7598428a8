export { Drawer } from "./Drawer";
export { Empty } from "./Empty";
export { Face, Faces, hueOf } from "./Face";
export { PendingMark } from "./PendingMark";
export { ProblemNote } from "./ProblemNote";
export { TextLink } from "./TextLink";
export { offerUndo, tell } from "./undo";
export { useTitle } from "./useTitle";
export { When, WhenDay } from "./When";
