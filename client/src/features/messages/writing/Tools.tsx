import { ActionIcon, Button, Group, Popover, TextInput, Tooltip } from "@mantine/core";
import {
  IconBlockquote,
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconSourceCode,
  IconStrikethrough,
} from "@tabler/icons-react";
import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Writing.module.css";

const tools = [
  { name: "bold", Icon: IconBold, keys: "mod B", run: (editor: Editor) => editor.chain().focus().toggleBold().run() },
  {
    name: "italic",
    Icon: IconItalic,
    keys: "mod I",
    run: (editor: Editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: "strike",
    Icon: IconStrikethrough,
    keys: "mod ⇧ S",
    run: (editor: Editor) => editor.chain().focus().toggleStrike().run(),
  },
  { name: "code", Icon: IconCode, keys: "mod E", run: (editor: Editor) => editor.chain().focus().toggleCode().run() },
  { name: "link", Icon: IconLink, keys: "", run: undefined },
  {
    name: "bulletList",
    Icon: IconList,
    keys: "-",
    run: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "orderedList",
    Icon: IconListNumbers,
    keys: "1.",
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: "taskList",
    Icon: IconListCheck,
    keys: "[ ]",
    run: (editor: Editor) => editor.chain().focus().toggleTaskList().run(),
  },
  {
    name: "blockquote",
    Icon: IconBlockquote,
    keys: ">",
    run: (editor: Editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    name: "codeBlock",
    Icon: IconSourceCode,
    keys: "```",
    run: (editor: Editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
] as const;

const mod = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl";

/** The formats as buttons, for those who do not type them. */
export function Tools({ editor }: { editor: Editor }) {
  const { t } = useTranslation("messages");
  const [, redraw] = useState(0);
  useEffect(() => {
    const handleChange = () => redraw((n) => n + 1);
    editor.on("transaction", handleChange);
    return () => void editor.off("transaction", handleChange);
  }, [editor]);
  return (
    <Group gap={2} wrap="nowrap" role="toolbar" aria-label={t("write.formats")} className={classes.tools}>
      {tools.map(({ name, Icon, keys, run }) =>
        run ? (
          <Tooltip key={name} label={`${t(`write.${name}`)}${keys && ` (${keys.replace("mod", mod)})`}`}>
            <ActionIcon
              variant={editor.isActive(name) ? "light" : "subtle"}
              color={editor.isActive(name) ? "teal" : "gray"}
              size={30}
              aria-label={t(`write.${name}`)}
              aria-pressed={editor.isActive(name)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => run(editor)}
            >
              <Icon size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        ) : (
          <LinkTool key={name} editor={editor} />
        ),
      )}
    </Group>
  );
}

function LinkTool({ editor }: { editor: Editor }) {
  const { t } = useTranslation("messages");
  const [opened, setOpened] = useState(false);
  const [address, setAddress] = useState("");
  const handleOpen = () => {
    setAddress((editor.getAttributes("link").href as string | undefined) ?? "");
    setOpened(true);
  };
  const handleSubmit = (event: React.FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOpened(false);
    const href = address.trim() && (/^[a-z]+:/i.test(address.trim()) ? address.trim() : `https://${address.trim()}`);
    const chain = editor.chain().focus();
    if (!href) chain.extendMarkRange("link").unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive("link")) {
      chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
    } else chain.extendMarkRange("link").setLink({ href }).run();
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Tooltip label={t("write.link")}>
          <ActionIcon
            variant={editor.isActive("link") ? "light" : "subtle"}
            color={editor.isActive("link") ? "teal" : "gray"}
            size={30}
            aria-label={t("write.link")}
            aria-expanded={opened}
            onMouseDown={(event) => event.preventDefault()}
            onClick={handleOpen}
          >
            <IconLink size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={handleSubmit}>
          <Group gap="xs" wrap="nowrap">
            <TextInput
              aria-label={t("write.address")}
              placeholder="https://"
              value={address}
              onChange={(event) => setAddress(event.currentTarget.value)}
              data-autofocus
            />
            <Button type="submit" variant="light">
              {t("write.setLink")}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
