import { Anchor } from "@mantine/core";
import { createLink } from "@tanstack/react-router";

/** A link to a place in Baton, in the colour of links. */
export const TextLink = createLink(Anchor<"a">);
