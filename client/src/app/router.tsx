import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  type RouteComponent,
  redirect,
} from "@tanstack/react-router";
import { currentSession } from "../kernel/session/session";
import { Home } from "./Home";
import { NotFound, Trouble } from "./NotFound";
import { Shell } from "./Shell";
import { SpaceFrame } from "./SpaceFrame";
import { screen } from "./screen";

/** What any page may carry: a task or a thread in the drawer, and the message to land on. */
export interface PlaceSearch {
  task?: string;
  thread?: string;
  message?: string;
  /** Opens the form for a new space, task or topic, asks to whom one writes, or for how long one is in focus. */
  new?: (typeof forms)[number];
  /** Where to go after signing in. */
  next?: string;
}

const forms = ["group", "direct", "task", "topic", "focus"] as const;

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

const root = createRootRoute({
  validateSearch: (search: Record<string, unknown>): PlaceSearch => ({
    ...search,
    task: text(search.task),
    thread: text(search.thread),
    message: text(search.message),
    next: text(search.next),
    new: forms.find((form) => form === search.new),
  }),
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: Trouble,
});

const shell = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  component: Shell,
  beforeLoad: ({ location }) => {
    const { phase } = currentSession();
    if (phase === "setUp") throw redirect({ to: "/set-up" });
    if (phase === "signedOut") {
      throw redirect({ to: "/sign-in", search: location.pathname === "/" ? {} : { next: location.href } });
    }
  },
});

const under = <P extends string>(path: P, component: RouteComponent) =>
  createRoute({ getParentRoute: () => shell, path, component });
const open = <P extends string>(path: P, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component });

/** A conversation opens its chat, every other space its board. */
async function homeOf(spaceId: string) {
  const session = currentSession();
  const space = session.phase === "signedIn" ? await session.db.spaces.get(spaceId) : undefined;
  return space?.kind === "direct" ? "/s/$spaceId/chat" : "/s/$spaceId/board";
}

const space = createRoute({ getParentRoute: () => shell, path: "/s/$spaceId", component: SpaceFrame });
const inSpace = <P extends string>(path: P, component: RouteComponent) =>
  createRoute({ getParentRoute: () => space, path, component });

const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  component: screen(() => import("../features/accounts/SettingsFrame"), "SettingsFrame"),
});
const inSettings = <P extends string>(path: P, component: RouteComponent) =>
  createRoute({ getParentRoute: () => settings, path, component });

const tree = root.addChildren([
  shell.addChildren([
    under("/", Home),
    under(
      "/inbox",
      screen(() => import("../features/attention/inbox/Inbox"), "Inbox"),
    ),
    under(
      "/waiting-on",
      screen(() => import("../features/attention/asks/WaitingOn"), "WaitingOn"),
    ),
    under(
      "/tasks",
      screen(() => import("../features/tasks/MyTasks"), "MyTasks"),
    ),
    under(
      "/t/$taskId",
      screen(() => import("../features/tasks/TaskPage"), "TaskPage"),
    ),
    under(
      "/m/$messageId",
      screen(() => import("../features/messages/MessagePlace"), "MessagePlace"),
    ),
    under(
      "/spaces",
      screen(() => import("./SpacesPage"), "SpacesPage"),
    ),
    under(
      "/p/$personId",
      screen(() => import("../features/people/PersonPage"), "PersonPage"),
    ),
    under(
      "/unsent",
      screen(() => import("../features/sync/Unsent"), "Unsent"),
    ),
    space.addChildren([
      createRoute({
        getParentRoute: () => space,
        path: "/",
        beforeLoad: async ({ params }) => {
          const { spaceId } = params as { spaceId: string };
          throw redirect({ to: await homeOf(spaceId), params: { spaceId }, replace: true });
        },
      }),
      inSpace(
        "/board",
        screen(() => import("../features/tasks/Board"), "Board"),
      ),
      inSpace(
        "/archive",
        screen(() => import("../features/tasks/archive/Archive"), "Archive"),
      ),
      inSpace(
        "/topics",
        screen(() => import("../features/topics/TopicList"), "TopicList"),
      ),
      inSpace(
        "/topics/$topicId",
        screen(() => import("../features/topics/TopicPage"), "TopicPage"),
      ),
      inSpace(
        "/chat",
        screen(() => import("../features/messages/Chat"), "Chat"),
      ),
      inSpace(
        "/activity",
        screen(() => import("../features/spaces/Activity"), "Activity"),
      ),
      inSpace(
        "/settings",
        screen(() => import("../features/spaces/SpaceSettings"), "SpaceSettings"),
      ),
    ]),
    settings.addChildren([
      inSettings(
        "/",
        screen(() => import("../features/accounts/ProfileSettings"), "ProfileSettings"),
      ),
      inSettings(
        "/hours",
        screen(() => import("../features/attention/hours/HoursSettings"), "HoursSettings"),
      ),
      inSettings(
        "/time-off",
        screen(() => import("../features/attention/calendar/TimeOffPage"), "TimeOffPage"),
      ),
      inSettings(
        "/notifications",
        screen(() => import("../features/attention/channels/NotificationsPage"), "NotificationsPage"),
      ),
      inSettings(
        "/ledger",
        screen(() => import("../features/attention/ledger/LedgerPage"), "LedgerPage"),
      ),
      inSettings(
        "/security",
        screen(() => import("../features/accounts/SecuritySettings"), "SecuritySettings"),
      ),
      inSettings(
        "/people",
        screen(() => import("../features/accounts/PeopleSettings"), "PeopleSettings"),
      ),
    ]),
  ]),
  open(
    "/sign-in",
    screen(() => import("../features/accounts/SignIn"), "SignIn"),
  ),
  open(
    "/set-up",
    screen(() => import("../features/accounts/SetUp"), "SetUp"),
  ),
  open(
    "/join",
    screen(() => import("../features/accounts/Join"), "Join"),
  ),
  open(
    "/forgotten",
    screen(() => import("../features/accounts/ForgottenPassword"), "ForgottenPassword"),
  ),
  open(
    "/reset",
    screen(() => import("../features/accounts/ResetPassword"), "ResetPassword"),
  ),
  open(
    "/confirm-email",
    screen(() => import("../features/accounts/ConfirmEmail"), "ConfirmEmail"),
  ),
]);

export const router = createRouter({ routeTree: tree, defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
