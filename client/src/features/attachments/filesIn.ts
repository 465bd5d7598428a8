/** The files that were pasted or dropped; a picture copied from a page comes as one too. */
export function filesIn(data: DataTransfer | null): File[] {
  return data ? [...data.files] : [];
}

/** Text with a picture beside it (a table from a spreadsheet) is pasted as text. */
export const isFilePaste = (data: DataTransfer | null) =>
  filesIn(data).length > 0 && !data?.types.includes("text/html") && !data?.types.includes("text/plain");

export const carriesFiles = (data: DataTransfer | null) => data?.types.includes("Files") ?? false;
