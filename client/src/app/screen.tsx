import { lazyRouteComponent, type RouteComponent, useParams } from "@tanstack/react-router";
import type { ComponentType, ReactNode } from "react";

type Screens = Record<string, (props: object) => ReactNode>;

interface Preloads {
  preload?: () => Promise<void>;
}

/** A screen in a chunk of its own, loaded ahead on hover; the route's parameters are its properties. */
export function screen<N extends string>(
  load: () => Promise<Record<N, ComponentType<never>>>,
  name: N,
): RouteComponent {
  const Lazy = lazyRouteComponent(load as unknown as () => Promise<Screens>, name) as ComponentType<object> & Preloads;
  // biome-ignore lint/correctness/noComponentHookFactories: made once per route, when the router is
  const Screen = () => {
    const params = useParams({ strict: false });
    return <Lazy key={Object.values(params).join()} {...params} />;
  };
  return Object.assign(Screen, { preload: Lazy.preload });
}
