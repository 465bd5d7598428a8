import {
  IconFile,
  IconFileMusic,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMovie,
  IconPhoto,
  IconPresentation,
} from "@tabler/icons-react";

const byType: [RegExp, typeof IconFile][] = [
  [/^image\//, IconPhoto],
  [/^video\//, IconMovie],
  [/^audio\//, IconFileMusic],
  [/pdf/, IconFileTypePdf],
  [/spreadsheet|excel|csv/, IconFileSpreadsheet],
  [/presentation|powerpoint/, IconPresentation],
  [/zip|compressed|tar|rar|7z/, IconFileZip],
  [/^text\/|document|msword|json|xml/, IconFileText],
];

export function FileIcon({ type, name }: { type: string; name: string }) {
  const Icon = byType.find(([pattern]) => pattern.test(`${type} ${name.toLowerCase()}`))?.[1] ?? IconFile;
  return <Icon size={20} stroke={1.5} aria-hidden />;
}

/** "PDF", "PNG": what people call the type, from the name or else from the media type. */
export function kindOf({ name, type }: { name: string; type: string }): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  return (ending ?? type.split("/").at(-1) ?? "").toUpperCase();
}
